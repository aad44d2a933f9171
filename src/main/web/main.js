/** Starts when the edition is here, and draws the page that the address names. */

import * as data from './data.js';
import * as edition from './edition.js';
import * as campaign from './pages/campaign.js';
import * as majors from './pages/majors.js';
import * as movement from './pages/movement.js';
import * as groups from './pages/groups.js';
import * as overview from './pages/overview.js';
import * as reports from './pages/data.js';
import * as regions from './pages/regions.js';
import * as universities from './pages/universities.js';
import * as university from './pages/university.js';
import {closeAgain, openAll} from './chapter.js';
import {beginView, drawAll, endView, redrawAll} from './charts/box.js';
import {element, nameNode} from './dom.js';
import {announce, drawShell, recallScheme, useColours} from './shell.js';
import {labelText, say, setLanguage} from './texts.js';
import * as tooltip from './tooltip.js';
import {hasPage, pageName, View} from './view.js';

const PAGES = {
  'overview': overview, 'groups': groups, 'regions': regions, 'majors': majors,
  'universities': universities, 'university': university, 'movement': movement, 'campaign': campaign,
  'data': reports,
};

/** In place of a page that the edition has not. */
const NOT_PUBLISHED = {
  needs: () => [],
  draw: () => [element('p', {class: 'nothing'}, say('这类数字不对外公布，本版没有。',
      'Figures of this kind do not leave the house: this edition has none.'))],
};

/** The folder that this program lies in, with everything else of the edition. */
const folder = document.currentScript ?
    document.currentScript.src.replace(/[^/]*$/, '') : '';

let shown = {page: '', item: '', at: ''};
let turn = 0;

recallScheme();
data.listen(content => {
  edition.take(content);
  data.serveFrom(folder, content.tables, content.words);
  if (document.readyState === 'loading') {
    document.addEventListener('readystatechange', start, {once: true});
  } else {
    start();
  }
});

function start() {
  tooltip.start();
  window.addEventListener('hashchange', draw);
  window.addEventListener('beforeprint', () => {
    openAll();
    useColours(true);
    redrawAll();
    drawAll();
  });
  window.addEventListener('afterprint', () => {
    closeAgain();
    useColours(false);
    redrawAll();
  });
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    document.getElementById('main').focus();
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    useColours(false);
    redrawAll();
  });
  draw();
}

/** What stands at the edges of every sheet of paper, by browsers that can. */
let margins = null;

/** The notice on every sheet, in the language of the page; it stands on the page itself as well. */
function printNotice() {
  if (!document.adoptedStyleSheets) {
    return;
  }
  if (margins === null) {
    margins = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, margins];
  }
  const facts = edition.facts();
  const notice = labelText(facts.title) + ' · ' + labelText(facts.notice);
  const made = 'taizhang ' + facts.program + ' · ' + facts.made_from;
  const look = '; font-size: 8pt; color: #44515a; }';
  margins.replaceSync('@page { @top-center { content: ' + JSON.stringify(notice) + look +
      ' @bottom-left { content: ' + JSON.stringify(made) + look +
      ' @bottom-right { content: counter(page) " / " counter(pages)' + look + ' }');
}

function draw() {
  turn++;
  const mine = turn;
  document.documentElement.dataset.ready = 'false';
  setLanguage(new View(window.location.hash).settings.lang || 'zh');
  const view = new View(window.location.hash);
  const page = hasPage(view.page) ? PAGES[view.page] : NOT_PUBLISHED;
  printNotice();
  drawShell(view, () => {
    draw();
    redrawAll();
  });
  const needed = page.needs(view).map(([id, part]) => [id, part, data.present(id, part)]);
  if (needed.every(each => each[2])) {
    fill(view, page, needed.map(each => each[2]));
    return;
  }
  document.getElementById('main').setAttribute('aria-busy', 'true');
  Promise.all(needed.map(([id, part]) => data.load(id, part))).then(tables => {
    if (mine === turn) {
      fill(view, page, tables);
    }
  }).catch(error => {
    if (mine === turn) {
      fail(error);
    }
  });
}

function fill(view, page, tables) {
  const main = document.getElementById('main');
  const title = page.title ? page.title(view) : pageName(view.page);
  const other = shown.page !== view.page || shown.item !== view.item;
  const held = main.contains(document.activeElement) ? document.activeElement : null;
  tooltip.hide();
  beginView();
  const nodes = [element('h1', null, nameNode(title, false))].concat(page.draw(view, tables));
  main.replaceChildren(...nodes.flat(3).filter(Boolean));
  main.removeAttribute('aria-busy');
  document.title = title + ' · ' + say('毕业去向落实率', 'Placement rates') + ' · ' +
      labelText(edition.facts().title);
  place(view, main, other, held);
  announce(view, title);
  shown = {page: view.page, item: view.item, at: view.setting('at')};
  document.documentElement.dataset.drawn = 'false';
  endView(() => {
    document.documentElement.dataset.drawn = 'true';
  });
  document.documentElement.dataset.ready = 'true';
}

/** Puts the reader where the address says, or leaves them where they were. */
function place(view, main, other, held) {
  const at = view.setting('at');
  const target = at && (other || at !== shown.at) ? document.getElementById(at) : null;
  if (target) {
    target.scrollIntoView();
    const heading = target.querySelector('h2');
    if (heading) {
      heading.setAttribute('tabindex', '-1');
      heading.focus({preventScroll: true});
    }
  } else if (other) {
    window.scrollTo(0, 0);
    if (shown.page) {
      main.focus({preventScroll: true});
    }
  } else if (held) {
    const again = held.isConnected ? held : held.id && document.getElementById(held.id);
    if (again) {
      again.focus({preventScroll: true});
    }
  }
}

function fail(error) {
  window.console.error(error);
  const main = document.getElementById('main');
  beginView();
  main.replaceChildren(element('h1', null, say('没有读到数据', 'The data could not be read')),
      element('p', null, say('缺少文件：', 'Missing: ') + String(error.message) +
          say('。请确认复制了整个文件夹，或重新载入页面。',
              '. Make sure that the whole folder was copied, or load the page again.')));
  main.removeAttribute('aria-busy');
  shown = {page: '', item: '', at: ''};
  endView(() => {});
  document.documentElement.dataset.drawn = 'true';
  document.documentElement.dataset.ready = 'true';
}
