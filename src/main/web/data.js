/** The tables of the edition, each loaded by a script element when it is needed first. */

const waiting = new Map();
const loaded = new Map();
let files = new Map();
let folder = '';

/** Texts of codes that stand in many tables, by the number that these have in their place. */
let words = [];

/**
 * One column: values and symbols by row.
 */
class Column {
  /**
   * @param {?Object} packed as in the file
   * @param {!Object} marks rows by symbol, each as the steps from one to the next
   * @param {!Object} columns of the table
   */
  constructor(packed, marks, columns) {
    this.packed = unpacked(packed || {constant: null}, columns);
    this.symbols = new Map();
    for (const [symbol, rows] of Object.entries(marks)) {
      let at = 0;
      for (const step of repeated(rows.steps, rows.repeat)) {
        at += step;
        this.symbols.set(at, symbol);
      }
    }
  }

  /** The packed number, text or flag; null for none. */
  value(row) {
    const packed = this.packed;
    let value;
    if (packed.values) {
      value = packed.values[row];
    } else if (packed.codes) {
      const at = packed.at[row];
      value = at === null || at < 0 ? null : packed.codes[at];
    } else {
      value = packed.constant;
    }
    return value === undefined ? null : value;
  }

  symbol(row) {
    return this.symbols.get(row) || null;
  }

  /** A function that tells of a row whether it has one of some values. */
  among(wanted) {
    const packed = this.packed;
    const texts = new Set(wanted.map(String));
    if (packed.codes) {
      const ats = new Set();
      packed.codes.forEach((code, at) => texts.has(String(code)) && ats.add(at));
      return row => ats.has(packed.at[row]);
    }
    if (packed.values) {
      return row => texts.has(String(packed.values[row]));
    }
    const all = texts.has(String(packed.constant));
    return () => all;
  }
}

/** A column with an entry for each row. */
function unpacked(packed, columns) {
  if (packed.codes) {
    return {codes: packed.codes.map(code => typeof code === 'number' ? words[code] : code),
      at: positions(packed, columns)};
  }
  return packed.values ? {values: repeated(packed.values, packed.repeat)} : packed;
}

/** Positions in the list of codes; those of another column where the packed form names one. */
function positions(packed, columns) {
  return typeof packed.at === 'string' ? positions(columns[packed.at], columns) :
      repeated(packed.at, packed.repeat);
}

/** A list in which some entries, by their position, stand several times. */
function repeated(list, repeat) {
  if (!repeat) {
    return list;
  }
  const all = [];
  list.forEach((entry, at) => {
    for (let times = repeat[at] || 1; times > 0; times--) {
      all.push(entry);
    }
  });
  return all;
}

/** A table or a part of one, in the packed form of the edition. */
class Table {
  constructor(packed) {
    this.id = packed.table;
    this.part = packed.part;
    this.length = packed.rows;
    this.columnIds = Object.keys(packed.columns);
    this.packed = packed;
    this.columns = new Map();
  }

  has(column) {
    return column in this.packed.columns;
  }

  /** Rows of a column by symbol; a column may have the marks of another one, by its name. */
  marks(id) {
    const marks = (this.packed.marks || {})[id];
    return typeof marks === 'string' ? this.marks(marks) : marks || {};
  }

  column(id) {
    let column = this.columns.get(id);
    if (!column) {
      column = new Column(this.packed.columns[id], this.marks(id), this.packed.columns);
      this.columns.set(id, column);
    }
    return column;
  }

  value(row, column) {
    return this.column(column).value(row);
  }

  symbol(row, column) {
    return this.column(column).symbol(row);
  }

  /**
   * Numbers of the rows that have these values, in the order of the table. Columns that the table
   * has not are not asked for.
   *
   * @param {!Object} wanted by column: a value or a list of values
   */
  where(wanted) {
    const conditions = Object.keys(wanted)
        .filter(column => this.has(column))
        .map(column => this.column(column).among([].concat(wanted[column])));
    const rows = [];
    for (let row = 0; row < this.length; row++) {
      if (conditions.every(holds => holds(row))) {
        rows.push(row);
      }
    }
    return rows;
  }

  /** Different values of a column, in the order of the table. */
  distinct(column, rows) {
    const values = new Set();
    for (const row of rows || Array(this.length).keys()) {
      values.add(this.value(row, column));
    }
    return [...values];
  }
}

/** An empty table in place of one that the edition has not. */
function emptyTable(id, part) {
  return new Table({table: id, part, rows: 0, columns: {}, marks: {}});
}

/**
 * Takes what the scripts of data bring.
 *
 * @param {function(!Object)} edition takes the description of the edition
 */
export function listen(edition) {
  window['taizhangData'] = (name, content) => {
    if (name === 'edition') {
      edition(content);
      return;
    }
    const key = content['table'] + '/' + content['part'];
    const table = new Table(content);
    loaded.set(key, table);
    const wait = waiting.get(key);
    if (wait) {
      waiting.delete(key);
      wait.resolve(table);
    }
  };
}

/** Says where the files are: the folder of the edition, the tables that it lists, and its words. */
export function serveFrom(editionFolder, tables, texts) {
  words = texts;
  folder = editionFolder;
  files = new Map(tables.map(table => [table.id + '/' + table.part, table]));
}

/** What the edition says of a table; undefined if it has none. */
export function listed(id, part) {
  return files.get(id + '/' + part);
}

/** The table if it is here already. */
export function present(id, part) {
  const key = id + '/' + part;
  const known = files.get(key);
  return loaded.get(key) || (known && known.file ? null : emptyTable(id, part));
}

/**
 * A table; an empty one where the edition has none.
 *
 * @return {!Promise<!Table>}
 */
export function load(id, part) {
  const key = id + '/' + part;
  const here = present(id, part);
  if (here) {
    return Promise.resolve(here);
  }
  const former = waiting.get(key);
  if (former) {
    return former.promise;
  }
  const wait = {};
  wait.promise = new Promise((resolve, reject) => {
    wait.resolve = resolve;
    const script = document.createElement('script');
    script.src = folder + files.get(key).file;
    script.onload = () => {
      script.remove();
      if (!loaded.has(key)) {
        waiting.delete(key);
        reject(new Error(key));
      }
    };
    script.onerror = () => {
      script.remove();
      waiting.delete(key);
      reject(new Error(key));
    };
    document.head.append(script);
  });
  waiting.set(key, wait);
  return wait.promise;
}
