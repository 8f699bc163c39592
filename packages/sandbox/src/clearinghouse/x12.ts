/**
 * X12 as this partner parses and writes it, written from the standard and not from the server's code. Two independent implementations that
 * agree prove more than one that agrees with itself.
 */

export interface Interchange {
  readonly sender: string
  readonly receiver: string
  readonly control: string
  readonly repetition: string
  readonly componentSeparator: string
  readonly group: { readonly functional: string; readonly control: string; readonly version: string }
  readonly set: { readonly id: string; readonly control: string; readonly version: string }
  /** From ST to SE, both included. Elements: [0] is the tag. */
  readonly segments: readonly (readonly string[])[]
}

/** TA105 codes: the envelope is invalid. */
export class InvalidEnvelope extends Error {
  readonly control: string
  readonly code: string
  constructor(control: string, code: string) {
    super(`envelope ${code}`)
    this.name = 'BadEnvelope'
    this.control = control
    this.code = code
  }
}

/** One interchange with one group and one set, as claims and inquiries are sent. */
export const parse = (raw: string): Interchange => {
  const header = /^ISA(.)/.exec(raw)
  if (!header || raw.length < 106) throw new InvalidEnvelope('000000000', '021')
  const separator = header[1] as string
  const terminator = raw[105] as string
  const isa = raw.slice(0, 105).split(separator)
  const control = isa[13] ?? '000000000'
  if (isa.length !== 17 || isa.map((part) => part.length).join() !== '3,2,10,2,10,2,15,2,15,6,4,1,5,9,1,1,1')
    throw new InvalidEnvelope(control, '022')
  const segments = raw
    .split(terminator)
    .map((segment) => segment.replace(/^[\r\n]+/, ''))
    .filter((segment) => segment !== '')
    .map((segment) => segment.split(separator))
  const tags = segments.map(([tag]) => tag)
  const ends = segments.slice(-3)
  if (tags.slice(0, 3).join() !== 'ISA,GS,ST' || ends.map(([tag]) => tag).join() !== 'SE,GE,IEA')
    throw new InvalidEnvelope(control, '024')
  const [, gs, st] = segments as [string[], string[], string[]]
  const [se, ge, iea] = ends as [string[], string[], string[]]
  if (iea[2] !== control) throw new InvalidEnvelope(control, '001')
  if (iea[1] !== '1' || ge[1] !== '1' || tags.filter((tag) => tag === 'ST').length !== 1)
    throw new InvalidEnvelope(control, '021')
  if (ge[2] !== gs[6] || se[2] !== st[2] || se[1] !== String(segments.length - 4))
    throw new InvalidEnvelope(control, '024')
  return {
    sender: (isa[6] ?? '').trim(),
    receiver: (isa[8] ?? '').trim(),
    control,
    repetition: isa[11] ?? '',
    componentSeparator: isa[16] ?? '',
    group: { functional: gs[1] ?? '', control: gs[6] ?? '', version: gs[8] ?? '' },
    set: { id: st[1] ?? '', control: st[2] ?? '', version: st[3] ?? '' },
    segments: segments.slice(2, -2),
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
  readonly segments: readonly (readonly string[])[]
  readonly usage?: 'T' | 'P'
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const formatDate = (at: Date): string =>
  `${at.getUTCFullYear()}${twoDigits(at.getUTCMonth() + 1)}${twoDigits(at.getUTCDate())}`
const formatTime = (at: Date): string => twoDigits(at.getUTCHours()) + twoDigits(at.getUTCMinutes())

/** This partner writes one segment a line, as many do. */
export const format = (outgoing: Outgoing): string => {
  const number = String(outgoing.number).padStart(9, '0')
  const isa = `ISA*00*          *00*          *ZZ*${outgoing.from.padEnd(15)}*ZZ*${outgoing.to.padEnd(15)}*${formatDate(outgoing.at).slice(2)}*${formatTime(outgoing.at)}*^*00501*${number}*0*${outgoing.usage ?? 'T'}*:`
  const segments = [
    `GS*${outgoing.functional}*${outgoing.from}*${outgoing.to}*${formatDate(outgoing.at)}*${formatTime(outgoing.at)}*${outgoing.number}*X*${outgoing.version}`,
    // X221A1 does not use ST03; the version is in the group.
    `ST*${outgoing.id}*0001${outgoing.id === '835' ? '' : `*${outgoing.version}`}`,
    ...outgoing.segments.map((segment) => segment.join('*').replace(/\*+$/, '')),
    `SE*${outgoing.segments.length + 2}*0001`,
    `GE*1*${outgoing.number}`,
    `IEA*1*${number}`,
  ]
  return [isa, ...segments].map((segment) => `${segment}~\n`).join('')
}

/** A TA1 is the only segment in its interchange. */
export const formatInterchangeAcknowledgment = (
  outgoing: Pick<Outgoing, 'from' | 'to' | 'number' | 'at'>,
  control: string,
  code: string,
): string => {
  const number = String(outgoing.number).padStart(9, '0')
  const time = `${formatDate(outgoing.at).slice(2)}*${formatTime(outgoing.at)}`
  return [
    `ISA*00*          *00*          *ZZ*${outgoing.from.padEnd(15)}*ZZ*${outgoing.to.padEnd(15)}*${time}*^*00501*${number}*0*T*:`,
    `TA1*${control}*${time}*R*${code}`,
    `IEA*0*${number}`,
  ]
    .map((segment) => `${segment}~\n`)
    .join('')
}

/** Cents to and from text, without floating point. */
export const cents = (text: string | undefined): number => {
  const [, minus, whole = '', part = ''] = /^(-?)(\d*)\.?(\d{0,2})$/.exec(text ?? '') ?? []
  const amount = Number(whole || '0') * 100 + Number(part.padEnd(2, '0'))
  return minus === '-' && amount > 0 ? -amount : amount
}

export const dollars = (amount: number): string => {
  const text = (Math.abs(amount) / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${amount < 0 ? '-' : ''}${text}`
}

/** Text from others, made safe between our own delimiters. */
export const removeDelimiters = (text: string): string => text.replace(/[*:~^\r\n]/g, ' ')
