/**
 * Units of the Unified Code for Units of Measure (UCUM, https://ucum.org, case sensitive), as far as laboratories use them: enough to compare
 * two codes, and null for every other one. An equivalent is not converted to a mole, although UCUM would: that depends on the substance.
 * Units with an offset or a logarithm (`Cel`, `[pH]`) are equal only to themselves.
 */
export interface UcumUnit {
  /** The number of base units. */
  readonly factor: number
  /** Exponents of the base units, in one order: units with the same text can be compared. */
  readonly dimension: string
}

/** By atom: how many of which base units, each with its exponent. */
const atoms: Readonly<Record<string, readonly [number, Readonly<Record<string, number>>]>> = {
  g: [1, { g: 1 }],
  m: [1, { m: 1 }],
  L: [0.001, { m: 3 }],
  l: [0.001, { m: 3 }],
  s: [1, { s: 1 }],
  min: [60, { s: 1 }],
  h: [3_600, { s: 1 }],
  d: [86_400, { s: 1 }],
  mol: [1, { mol: 1 }],
  eq: [1, { eq: 1 }],
  osm: [1, { osm: 1 }],
  kat: [1, { mol: 1, s: -1 }],
  U: [1e-6 / 60, { mol: 1, s: -1 }],
  '[iU]': [1, { iU: 1 }],
  '[IU]': [1, { iU: 1 }],
  Pa: [1, { g: 1, m: -1, s: -2 }],
  'm[Hg]': [133.322 * 1_000, { g: 1, m: -1, s: -2 }],
  Cel: [1, { Cel: 1 }],
  '[pH]': [1, { pH: 1 }],
  '%': [0.01, {}],
  '[ppm]': [1e-6, {}],
  '[ppb]': [1e-9, {}],
}
const prefixes: Readonly<Record<string, number>> = {
  k: 1e3,
  h: 1e2,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
  f: 1e-15,
}
/** Only these take a prefix. */
const metric = new Set(['g', 'm', 'L', 'l', 's', 'mol', 'eq', 'osm', 'kat', 'U', '[iU]', '[IU]', 'Pa', 'm[Hg]'])

/** The unit that a code of UCUM means, or null if it has a part that is not known here. */
export const readUcum = (code: string): UcumUnit | null => {
  // A remark in braces is not part of the unit. Alone, as in `{INR}`, it is the number one; so is nothing before `/`.
  const plain = code
    .replaceAll(/(^|[./])\{[^{}]*\}/g, '$11')
    .replaceAll(/\{[^{}]*\}/g, '')
    .replace(/^\//, '1/')
  const exponents = new Map<string, number>()
  let factor = 1
  for (const part of plain.split(/(?=[./])/)) {
    const sign = part.startsWith('/') ? -1 : 1
    const term = readTerm(part.replace(/^[./]/, ''))
    if (term === null) return null
    factor *= term.factor ** sign
    for (const [base, exponent] of Object.entries(term.exponents))
      exponents.set(base, (exponents.get(base) ?? 0) + sign * exponent)
  }
  const dimension = [...exponents]
    .filter(([, exponent]) => exponent !== 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([base, exponent]) => `${base}${exponent}`)
    .join('.')
  return { factor, dimension }
}

/** Whether two codes mean the same unit: `mmol/l` and `mmol/L`. A code that is not known here is equal only to itself. */
export const isSameUcum = (one: string, other: string): boolean => {
  if (one === other) return true
  const [a, b] = [readUcum(one), readUcum(other)]
  return a !== null && b !== null && a.dimension === b.dimension && Math.abs(a.factor / b.factor - 1) < 1e-9
}

interface Term {
  readonly factor: number
  readonly exponents: Readonly<Record<string, number>>
}

/** An atom with its prefix and exponent (`mmol`, `m2`), a power of ten (`10*3`), or a number. */
const readTerm = (term: string): Term | null => {
  const [, power] = /^10[*^]([+-]?\d{1,2})$/.exec(term) ?? []
  if (power !== undefined) return { factor: 10 ** Number(power), exponents: {} }
  if (/^\d{1,9}$/.test(term)) return { factor: Number(term), exponents: {} }
  const [, symbol = '', written = '1'] = /^(.*?[A-Za-z\]%])([+-]?\d)?$/.exec(term) ?? []
  const found = atomOf(symbol)
  if (found === null) return null
  const exponent = Number(written)
  return {
    factor: found.factor ** exponent,
    exponents: Object.fromEntries(Object.entries(found.exponents).map(([base, each]) => [base, each * exponent])),
  }
}

const atomOf = (symbol: string): Term | null => {
  const whole = Object.hasOwn(atoms, symbol) ? atoms[symbol] : undefined
  if (whole !== undefined) return { factor: whole[0], exponents: whole[1] }
  const [prefix, name] = [symbol.slice(0, 1), symbol.slice(1)]
  const known = Object.hasOwn(prefixes, prefix) && metric.has(name) ? atoms[name] : undefined
  return known === undefined ? null : { factor: (prefixes[prefix] ?? 1) * known[0], exponents: known[1] }
}
