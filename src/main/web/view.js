/** A view: the page and the filters that the address names, made whole where it names none. */

import * as address from './address.js';
import {codeName, entry, hasTable, list, release, years} from './edition.js';
import {listed, say} from './texts.js';

/** Filters, and the settings of single pages that go when the page changes. */
const KEPT = ['lang', 'year', 'degree', 'group'];

export const PAGES = ['overview', 'groups', 'regions', 'majors', 'universities', 'movement', 'campaign',
  'data'];

/** The view that an address names. */
export class View {
  constructor(hash) {
    const named = address.read(hash);
    this.page = named.page === 'university' || PAGES.includes(named.page) ? named.page : 'overview';
    this.item = this.page === 'university' ? named.item : '';
    this.settings = named.settings;
    const known = years().map(String);
    this.year = known.includes(this.settings.year) ? this.settings.year : known[0] || '';
    this.degree = entry('degree_level', this.settings.degree) ? this.settings.degree : 'all';
    this.group = entry('hardship_group', this.settings.group) ? this.settings.group : 'all';
  }

  /** A setting of this page. */
  setting(name, otherwise) {
    return this.settings[name] || otherwise || '';
  }

  /** The address of this page with other settings. */
  changed(changes) {
    return address.write(this.page, this.item, Object.assign({}, this.settings, changes));
  }

  /** The address of another page, with the same filters. */
  to(page, item, changes) {
    const kept = {};
    for (const key of KEPT) {
      kept[key] = this.settings[key];
    }
    return address.write(page, item || '', Object.assign(kept, changes));
  }

  go(changes) {
    window.location.hash = this.changed(changes);
  }
}

/** What each page is about: without any of these tables there is no such page. */
const SUBJECTS = new Map([
  ['groups', ['placement_rates/groups', 'hardship_gaps/all', 'time_to_placement/all',
    'placement_trend/all']],
  ['regions', ['placement_rates/regions']],
  ['majors', ['placement_rates/majors']],
  ['universities', ['placement_rates/universities', 'reporting/latest']],
  ['university', ['placement_rates/universities', 'reporting/latest']],
  ['movement', ['transitions/all']],
  ['campaign', ['campaign/all', 'assistance_coverage/all', 'assistance_funnel/all']],
]);

/** Whether the edition has a page: the internal edition has all of them. */
export function hasPage(page) {
  const subjects = SUBJECTS.get(page);
  return !release() || !subjects || subjects.some(each => hasTable(...each.split('/')));
}

/** The title of a page. */
export function pageName(page) {
  switch (page) {
    case 'overview':
      return say('总览', 'Overview');
    case 'groups':
      return say('群体', 'Groups');
    case 'regions':
      return say('地区', 'Regions');
    case 'majors':
      return say('专业', 'Majors');
    case 'universities':
      return say('高校', 'Universities');
    case 'university':
      return say('高校', 'University');
    case 'movement':
      return say('变动', 'Movement');
    case 'campaign':
      return say('攻坚与帮扶', 'Campaign and help');
    default:
      return say('数据', 'Data');
  }
}

/** Which filters a page has. */
export function filtersOf(page) {
  const degree = list('degree_level').length > 1 ? ['degree'] : [];
  switch (page) {
    case 'overview':
    case 'groups':
    case 'university':
    case 'data':
      return ['year'].concat(degree, 'group');
    default:
      return ['year', 'group'];
  }
}

export function yearText(year) {
  if (!year) {
    return say('没有届别', 'no cohort');
  }
  return say(year + '届', 'cohort ' + year);
}

export function degreeText(degree) {
  return degree === 'all' ? say('全部学历', 'all degree levels') : codeName('degree_level', degree);
}

export function groupText(group) {
  return codeName('hardship_group', group);
}

/** The group of a view where a table has it, or else all graduates. */
export function groupWithin(view, groups) {
  return groups.includes(view.group) ? view.group : 'all';
}

/** Hardship groups in their order, without the whole. */
export function groupsOf(kinds) {
  return list('hardship_group').filter(each => kinds.includes(each.kind)).map(each => each.code);
}

/**
 * What a chart is filtered by, in words, and which filters of the page it does not heed.
 *
 * @param {!View} view
 * @param {{year: (boolean|undefined), degree: (boolean|undefined), group: (boolean|undefined)}} heeds
 * @return {{applied: string, ignored: string}}
 */
export function filterWords(view, heeds) {
  const applied = [];
  const ignored = [];
  const words = {year: yearText(view.year), degree: degreeText(view.degree),
    group: groupText(view.group)};
  const names = {year: say('届别', 'cohort'), degree: say('学历', 'degree level'),
    group: say('群体', 'group')};
  for (const filter of filtersOf(view.page)) {
    if (heeds[filter]) {
      applied.push(words[filter]);
    } else {
      ignored.push(names[filter]);
    }
  }
  return {
    applied: listed(applied),
    ignored: ignored.length ? say('不适用于此处的筛选：', 'Filters that do not apply here: ') +
        listed(ignored) : '',
  };
}
