/**
 * A strict grammar of X12 transaction sets, for tests of what the server writes. It shares no code with the writers or with the sandbox.
 * Whatever a table does not name is a fault: a segment, a loop, an element or a code.
 */

/**
 * Usage, type and limits of an element: `R AN 1-60` required text, `S` situational, `N` not used. `R ID P,S` is one of these codes.
 * Types: AN text, ID a code, R a decimal number, N0 a whole number, DT a day (CCYYMMDD), TM a time.
 */
export type ElementRule = string | readonly string[]

export interface SegmentRule {
  readonly tag: string
  readonly elements: readonly ElementRule[]
  readonly min: number
  readonly max: number
}

export interface LoopRule {
  readonly id: string
  /** The first segment opens the loop. */
  readonly parts: readonly (SegmentRule | LoopRule)[]
  readonly min: number
  readonly max: number
}

/** A segment as read: its place and the loop it belongs to. */
export interface ReadSegment {
  readonly tag: string
  readonly elements: readonly string[]
  readonly loop: string
}

export const segmentRule = (text: string, ...elements: readonly ElementRule[]): SegmentRule => {
  const [tag = '', range = '1-1'] = text.split(' ')
  return { tag, elements, ...rangeOf(range) }
}

export const loopRule = (text: string, ...parts: readonly (SegmentRule | LoopRule)[]): LoopRule => {
  const [id = '', range = '1-1'] = text.split(' ')
  return { id, parts, ...rangeOf(range) }
}

const rangeOf = (text: string): { readonly min: number; readonly max: number } => {
  const [min = '', max = min] = text.split('-')
  return { min: Number(min), max: max === 'n' ? Infinity : Number(max) }
}

export interface StrictReading {
  readonly segments: readonly ReadSegment[]
  readonly component: string
}

/** Reads one interchange with one transaction set. Throws with the first fault. */
export const readStrictly = (text: string, grammar: LoopRule): StrictReading => {
  const [element = '', repetition = '', component = '', terminator = ''] = [3, 82, 104, 105].map((at) =>
    text.charAt(at),
  )
  const signs = new Set([element, repetition, component, terminator])
  if (signs.size !== 4 || [...signs].some((sign) => /[A-Z0-9 ]/.test(sign))) throw new Error('delimiters')
  if (!text.endsWith(terminator)) throw new Error('the last segment has no end')
  const rows = text
    .slice(0, -1)
    .split(terminator)
    .map((row) => row.split(element))
  readEnvelope(rows)
  const body = rows.slice(3, -3)
  const segments: ReadSegment[] = []
  const end = readLoop(grammar, body, 0, segments, component)
  if (end < body.length) throw new Error(`${end + 3} ${body[end]?.join('*')}: not allowed here`)
  return { segments, component }
}

const readEnvelope = (rows: readonly (readonly string[])[]): void => {
  const [isa = [], gs = [], st = []] = rows
  const [se = [], ge = [], iea = []] = rows.slice(-3)
  const faults = [
    isa.map((part) => part.length).join() !== '3,2,10,2,10,2,15,2,15,6,4,1,5,9,1,1,1' && 'ISA',
    isa[12] !== '00501' && 'ISA12',
    gs.length !== 9 && 'GS',
    gs[8] !== st[3] && 'GS08',
    [isa[0], gs[0], st[0], se[0], ge[0], iea[0]].join() !== 'ISA,GS,ST,SE,GE,IEA' && 'envelope',
    st[2] !== se[2] && 'ST02',
    se[1] !== String(rows.length - 4) && 'SE01',
    (ge[1] !== '1' || ge[2] !== gs[6]) && 'GE',
    (iea[1] !== '1' || iea[2] !== isa[13]) && 'IEA',
    gs[2] !== isa[6]?.trim() && 'GS02',
    gs[3] !== isa[8]?.trim() && 'GS03',
  ].filter((fault) => fault !== false)
  if (faults.length > 0) throw new Error(`envelope: ${faults.join()}`)
}

type Rows = readonly (readonly string[])[]

const isLoop = (rule: SegmentRule | LoopRule): rule is LoopRule => 'parts' in rule

/** A segment belongs to a rule by its tag and its codes in the first element, or in the third of an HL. */
const opens = (rule: SegmentRule | LoopRule, row: readonly string[] | undefined): boolean => {
  if (row === undefined) return false
  if (isLoop(rule)) return rule.parts[0] !== undefined && opens(rule.parts[0], row)
  if (rule.tag !== row[0]) return false
  const at = rule.tag === 'HL' ? 2 : 0
  const codes = codesOf(rule.elements[at])
  return codes === null || codes.includes(row[at + 1] ?? '')
}

const codesOf = (rule: ElementRule | undefined): readonly string[] | null => {
  const [, type, codes] = typeof rule === 'string' ? rule.split(' ') : []
  return type === 'ID' && codes !== undefined && !/^\d+(-\d+)?$/.test(codes)
    ? codes.split(',')
    : type === 'IS'
      ? (codes ?? '').split(',')
      : null
}

const readLoop = (loop: LoopRule, rows: Rows, from: number, into: ReadSegment[], component: string): number => {
  let at = from
  for (const part of loop.parts) {
    let count = 0
    while (count < part.max && opens(part, rows[at])) {
      if (isLoop(part)) at = readLoop(part, rows, at, into, component)
      else {
        const [tag = '', ...elements] = rows[at] ?? []
        readElements(part, elements, `${at + 3} ${loop.id} ${tag}`, component)
        into.push({ tag, elements, loop: loop.id })
        at += 1
      }
      count += 1
    }
    if (count < part.min)
      throw new Error(
        `${at + 3} ${loop.id}: ${isLoop(part) ? part.id : part.tag} is missing before ${rows[at]?.join('*')}`,
      )
  }
  return at
}

const readElements = (rule: SegmentRule, elements: readonly string[], place: string, component: string): void => {
  if (elements.at(-1) === '') throw new Error(`${place}: ends with an empty element`)
  if (elements.length > rule.elements.length) throw new Error(`${place}: has too many elements`)
  rule.elements.forEach((each, index) => {
    const text = elements[index] ?? ''
    const name = `${place}${String(index + 1).padStart(2, '0')}`
    if (typeof each === 'string') return readElement(each, text, name)
    const [usage = '', ...parts] = each
    if (text === '' && usage !== 'R') return
    const values = text.split(component)
    if (values.at(-1) === '' || values.length > parts.length) throw new Error(`${name}: ${text}`)
    parts.forEach((part, at) => readElement(part, values[at] ?? '', `${name}-${at + 1}`))
  })
}

const forms: Readonly<Record<string, RegExp>> = {
  AN: /^[A-Z0-9!"&'()*+,\-./:;?=%@[\]_{}\\|<>#$^`~ ]*[A-Z0-9!"&'()*+,\-./:;?=%@[\]_{}\\|<>#$^`~]$/,
  ID: /^[A-Z0-9]+$/,
  IS: /^[A-Z0-9]+$/,
  // No zeros that mean nothing.
  R: /^(0|-?(?!0\d)(?!0$)\d*(\.\d*[1-9])?)$/,
  N0: /^(0|[1-9]\d*)$/,
  DT: /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
  TM: /^([01]\d|2[0-3])[0-5]\d$/,
}

const readElement = (rule: string, text: string, name: string): void => {
  const [usage = '', type = '', limits] = rule.split(' ')
  if (text === '') {
    if (usage === 'R') throw new Error(`${name}: is missing`)
    return
  }
  if (usage === 'N') throw new Error(`${name}: is not used`)
  if (!forms[type]?.test(text)) throw new Error(`${name}: is no ${type}`)
  const codes = codesOf(rule)
  if (codes !== null) {
    if (!codes.includes(text)) throw new Error(`${name}: ${text} is no code of the guide`)
  } else if (limits !== undefined) {
    const [min = '', max = min] = limits.split('-')
    const { length } = type === 'R' ? text.replace(/^-/, '') : text
    if (length < Number(min) || length > Number(max)) throw new Error(`${name}: has ${length} characters`)
  }
}
