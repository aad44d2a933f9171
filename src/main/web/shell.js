/** What stands around every page: title, notice, date, language, pages, filters. */

import {element, nameNode} from './dom.js';
import {ageInDays, facts, list, years} from './edition.js';
import {currentLanguage, labelText, say} from './texts.js';
import {degreeText, filtersOf, groupText, hasPage, pageName, PAGES, yearText} from './view.js';

/** Fills header, navigation, filters and foot for a view. */
export function drawShell(view, redraw) {
  document.documentElement.lang = currentLanguage() === 'en' ? 'en' : 'zh-CN';
  put('notice', notice());
  put('header', header(view, redraw));
  put('pages', pages(view));
  put('filters', filters(view));
  put('foot', foot());
  document.querySelector('.skip').textContent = say('跳到内容', 'Skip to the content');
}

/** Replaces what is in a part of the page, and gives the focus back to what had it. */
function put(id, nodes) {
  const place = document.getElementById(id);
  const held = place.contains(document.activeElement) ? document.activeElement.id : '';
  place.replaceChildren(...nodes);
  const again = held && document.getElementById(held);
  if (again) {
    again.focus({preventScroll: true});
  }
}

function header(view, redraw) {
  const edition = facts();
  return [
    element('div', {class: 'brand'},
        element('a', {class: 'brand-name', href: view.to('overview'), id: 'home'},
            say('毕业生就业台账', 'Graduate placement')),
        element('span', {class: 'as-of'}, asOf(edition))),
    element('div', {class: 'switches'}, scheme(redraw),
        element('a', {class: 'switch', id: 'language', lang: currentLanguage() === 'en' ? 'zh-CN' : 'en',
          href: view.changed({lang: currentLanguage() === 'en' ? 'zh' : 'en'})},
        currentLanguage() === 'en' ? '中文' : 'English')),
  ];
}

/** Who the edition is for: it stays in sight. */
function notice() {
  const edition = facts();
  return [element('p', null, element('strong', null, labelText(edition.title)), ' ',
      labelText(edition.notice))];
}

function asOf(edition) {
  const age = ageInDays();
  return say('数据截至 ', 'Data as of ') + edition.as_of_date + (age < 0 ? '' :
      say('，距今 ' + age + ' 天', ', ' + age + (age === 1 ? ' day ago' : ' days ago')));
}

const SCHEMES = ['auto', 'light', 'dark'];

/** The choice of colours; a browser that keeps nothing starts with those of the system. */
function scheme(redraw) {
  const names = {auto: say('随系统', 'as the system'), light: say('浅色', 'light'), dark: say('深色', 'dark')};
  const now = document.documentElement.dataset.scheme || 'auto';
  return element('button', {type: 'button', class: 'switch', id: 'scheme', onclick: () => {
    const next = SCHEMES[(SCHEMES.indexOf(now) + 1) % SCHEMES.length];
    setScheme(next);
    redraw();
  }}, say('颜色：', 'Colours: ') + names[now]);
}

const KEY = 'taizhang-scheme';

function setScheme(scheme) {
  document.documentElement.dataset.scheme = scheme;
  useColours(false);
  try {
    window.localStorage.setItem(KEY, scheme);
  } catch (refused) {
    // A browser that keeps nothing shows the system's colours the next time.
  }
}

/** Makes the page light or dark, as chosen or as the system is; `paper` is light. */
export function useColours(paper) {
  const scheme = document.documentElement.dataset.scheme;
  const dark = scheme === 'dark' || scheme !== 'light' &&
      window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.toggleAttribute('data-dark', dark && !paper);
}

/** Takes the colours that were chosen the last time. */
export function recallScheme() {
  try {
    const kept = window.localStorage.getItem(KEY);
    document.documentElement.dataset.scheme = SCHEMES.includes(kept) ? kept : 'auto';
  } catch (refused) {
    document.documentElement.dataset.scheme = 'auto';
  }
  useColours(false);
}

function pages(view) {
  const current = view.page === 'university' ? 'universities' : view.page;
  return [element('ul', null, PAGES.filter(hasPage).map(page => element('li', null,
      element('a', {href: view.to(page), id: 'page-' + page,
        'aria-current': page === current ? (page === view.page ? 'page' : 'true') : null},
      pageName(page)))))];
}

function filters(view) {
  const shown = filtersOf(view.page);
  const parts = [];
  if (shown.includes('year')) {
    parts.push(filter(view, 'year', say('届别', 'Cohort'), view.year,
        years().map(year => [String(year), yearText(year)])));
  }
  if (shown.includes('degree')) {
    parts.push(filter(view, 'degree', say('学历', 'Degree level'), view.degree,
        withAll('degree_level').map(code => [code, degreeText(code)])));
  }
  if (shown.includes('group')) {
    parts.push(filter(view, 'group', say('群体', 'Group'), view.group,
        withAll('hardship_group').map(code => [code, groupText(code)])));
  }
  return parts;
}

function withAll(columnId) {
  const codes = list(columnId).map(each => each.code);
  return codes.includes('all') ? codes : ['all'].concat(codes);
}

function filter(view, setting, name, chosen, options) {
  const id = 'filter-' + setting;
  return element('div', {class: 'control'}, element('label', {for: id}, name),
      element('select', {id, onchange: event => view.go({[setting]: event.target.value})},
          options.map(([code, title]) =>
            element('option', {value: code, selected: code === chosen}, capital(title)))));
}

/** With a capital where it stands by itself. */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function foot() {
  const edition = facts();
  return [
    element('p', null, labelText(edition.title) + say('。', '. ') + labelText(edition.notice)),
    element('p', null, say('依据：', 'Made from: '), nameNode(String(edition.made_from), false),
        ' · taizhang ' + edition.program),
  ];
}

/** What a view is of, for those who hear and do not see that it changed. */
export function announce(view, title) {
  const filters = filtersOf(view.page).map(each => each === 'year' ? yearText(view.year) :
      each === 'degree' ? degreeText(view.degree) : groupText(view.group));
  document.getElementById('status').textContent =
      title + say('：', ': ') + filters.join(say('、', ', '));
}
