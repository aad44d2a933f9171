/**
 * What the address after `#` says: `#/university/10001?lang=zh&year=2025`. It holds the whole view,
 * so that a view can be sent.
 */

/**
 * @param {string} hash as in `location.hash`
 * @return {{page: string, item: string, settings: !Object<string, string>}}
 */
export function read(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const [page, item] = path.split('/').map(decoded);
  // Without the properties of every object, so that no address finds one of them.
  const settings = Object.create(null);
  for (const pair of (query || '').split('&')) {
    const at = pair.indexOf('=');
    if (at > 0) {
      settings[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
    }
  }
  return {page: page || 'overview', item: item || '', settings};
}

function decoded(text) {
  try {
    return decodeURIComponent(text || '');
  } catch (malformed) {
    return '';
  }
}

/** The address of a view; settings that are empty are left out. */
export function write(page, item, settings) {
  const query = Object.keys(settings)
      .filter(key => settings[key])
      .map(key => encodeURIComponent(key) + '=' + encodeURIComponent(settings[key]))
      .join('&');
  return '#/' + page + (item ? '/' + encodeURIComponent(item) : '') + (query ? '?' + query : '');
}
