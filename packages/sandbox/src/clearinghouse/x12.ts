/**
 * X12 as this partner reads and writes it: its own reading, written from the standard and not from the server's code. Two readers that
 * agree prove more than one that agrees with itself.
 */

export interface Interchange {
  readonly sender: string
  readonly receiver: string
  readonly control: string
  readonly repetition: string
  readonly sub: string
  readonly group: { readonly functional: string; readonly control: string; readonly version: string }
  readonly set: { readonly id: string; readonly control: string; readonly version: string }
  /** From ST to SE, both included. Elements: [0] is the tag. */
  readonly rows: readonly (readonly string[])[]
}

/** TA105 codes: the envelope is not to be believed. */
export class BadEnvelope extends Error {
  readonly control: string
  readonly code: string
  constructor(control: string, code: string) {
    super(`envelope ${code}`)
    this.name = 'BadEnvelope'
    this.control = control
    this.code = code
  }
}

/** One interchange with one group and one set, as claims and questions come. */
export const parse = (raw: string): Interchange => {
  const header = /^ISA(.)/.exec(raw)
  if (!header || raw.length < 106) throw new BadEnvelope('000000000', '021')
  const separator = header[1] as string
  const terminator = raw[105] as string
  const isa = raw.slice(0, 105).split(separator)
  const control = isa[13] ?? '000000000'
  if (isa.length !== 17 || isa.map((part) => part.length).join() !== '3,2,10,2,10,2,15,2,15,6,4,1,5,9,1,1,1')
    throw new BadEnvelope(control, '022')
  const rows = raw
    .split(terminator)
    .map((row) => row.replace(/^[\r\n]+/, ''))
    .filter((row) => row !== '')
    .map((row) => row.split(separator))
  const tags = rows.map(([tag]) => tag)
  const ends = rows.slice(-3)
  if (tags.slice(0, 3).join() !== 'ISA,GS,ST' || ends.map(([tag]) => tag).join() !== 'SE,GE,IEA')
    throw new BadEnvelope(control, '024')
  const [, gs, st] = rows as [string[], string[], string[]]
  const [se, ge, iea] = ends as [string[], string[], string[]]
  if (iea[2] !== control) throw new BadEnvelope(control, '001')
  if (iea[1] !== '1' || ge[1] !== '1' || tags.filter((tag) => tag === 'ST').length !== 1)
    throw new BadEnvelope(control, '021')
  if (ge[2] !== gs[6] || se[2] !== st[2] || se[1] !== String(rows.length - 4)) throw new BadEnvelope(control, '024')
  return {
    sender: (isa[6] ?? '').trim(),
    receiver: (isa[8] ?? '').trim(),
    control,
    repetition: isa[11] ?? '',
    sub: isa[16] ?? '',
    group: { functional: gs[1] ?? '', control: gs[6] ?? '', version: gs[8] ?? '' },
    set: { id: st[1] ?? '', control: st[2] ?? '', version: st[3] ?? '' },
    rows: rows.slice(2, -2),
  }
}

export interface Outgoing {
  readonly from: string
  readonly to: string
  readonly number: number
  readonly at: Date
  readonly functional: string
  readonly version: string
  readonly id: string
  readonly rows: readonly (readonly string[])[]
  readonly usage?: 'T' | 'P'
}

const two = (value: number): string => String(value).padStart(2, '0')

export const ymd = (at: Date): string => `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`
const hm = (at: Date): string => two(at.getUTCHours()) + two(at.getUTCMinutes())

/** This partner writes one segment a line, as many do. */
export const format = (out: Outgoing): string => {
  const number = String(out.number).padStart(9, '0')
  const isa = `ISA*00*          *00*          *ZZ*${out.from.padEnd(15)}*ZZ*${out.to.padEnd(15)}*${ymd(out.at).slice(2)}*${hm(out.at)}*^*00501*${number}*0*${out.usage ?? 'T'}*:`
  const rows = [
    `GS*${out.functional}*${out.from}*${out.to}*${ymd(out.at)}*${hm(out.at)}*${out.number}*X*${out.version}`,
    // X221A1 does not use ST03; the group's version says it.
    `ST*${out.id}*0001${out.id === '835' ? '' : `*${out.version}`}`,
    ...out.rows.map((row) => row.join('*').replace(/\*+$/, '')),
    `SE*${out.rows.length + 2}*0001`,
    `GE*1*${out.number}`,
    `IEA*1*${number}`,
  ]
  return [isa, ...rows].map((row) => `${row}~\n`).join('')
}

/** TA1 stands alone in its interchange. */
export const formatEnvelopeAnswer = (
  out: Pick<Outgoing, 'from' | 'to' | 'number' | 'at'>,
  control: string,
  code: string,
): string => {
  const number = String(out.number).padStart(9, '0')
  const stamp = `${ymd(out.at).slice(2)}*${hm(out.at)}`
  return [
    `ISA*00*          *00*          *ZZ*${out.from.padEnd(15)}*ZZ*${out.to.padEnd(15)}*${stamp}*^*00501*${number}*0*T*:`,
    `TA1*${control}*${stamp}*R*${code}`,
    `IEA*0*${number}`,
  ]
    .map((row) => `${row}~\n`)
    .join('')
}

/** Cents to and from text, without floats. */
export const cents = (text: string | undefined): number => {
  const [, minus, whole = '', part = ''] = /^(-?)(\d*)\.?(\d{0,2})$/.exec(text ?? '') ?? []
  const amount = Number(whole || '0') * 100 + Number(part.padEnd(2, '0'))
  return minus === '-' && amount > 0 ? -amount : amount
}

export const dollars = (amount: number): string => {
  const text = (Math.abs(amount) / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${amount < 0 ? '-' : ''}${text}`
}

/** What other people gave us, safe between our own delimiters. */
export const clean = (text: string): string => text.replace(/[*:~^\r\n]/g, ' ')
