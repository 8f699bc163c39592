import { charactersOf, chooseDelimiters, delimiterSigns, type Delimiters } from './delimiters.ts'
import { x12Text } from './x12-text.ts'

/** A field that cannot be represented in X12. Contains the pointer, never the value. */
export type FieldFault = {
  /** JSON pointer into the input. */
  readonly pointer: string
} & (
  | {
      /** `characters`: letters that X12 cannot represent. `delimiter`: its characters and those of the other fields leave no delimiter. */
      readonly code: 'missing' | 'too_short' | 'malformed' | 'characters' | 'delimiter' | 'inconsistent'
    }
  /** `limit`: the most characters, or entries of a list. */
  | { readonly code: 'too_long'; readonly limit: number }
)

/** The input cannot be represented. Nothing was written. */
export class X12Refusal extends Error {
  readonly faults: readonly FieldFault[]
  constructor(faults: readonly FieldFault[]) {
    super(faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', '))
    this.name = 'X12Refusal'
    this.faults = faults
  }
}

export interface TextLimits {
  readonly max: number
  readonly min?: number
  /** Required form of the written text. */
  readonly pattern?: RegExp
  /** An identifier that responses repeat: refused if it would be written differently, because responses could then not be matched. */
  readonly exact?: boolean
}

/**
 * Every value from a person or a table passes through this writer before it is written into a segment. It collects faults and the characters in
 * use, so that delimiters can be chosen that do not occur.
 */
export class FieldWriter {
  readonly #faults: FieldFault[] = []
  readonly #texts: { readonly pointer: string; readonly text: string }[] = []

  get faults(): readonly FieldFault[] {
    return this.#faults
  }

  fault(pointer: string, code: Exclude<FieldFault['code'], 'too_long'>): void {
    this.#faults.push({ pointer, code })
  }

  tooLong(pointer: string, limit: number): void {
    this.#faults.push({ pointer, code: 'too_long', limit })
  }

  /** The text as written. A refused value becomes an empty text, and nothing is sent. */
  text(value: string | null, pointer: string, limits: TextLimits): string {
    const text = x12Text(value ?? '')
    if (text === null) return this.#refuse(pointer, 'characters')
    if (text === '') return this.#refuse(pointer, 'missing')
    if (text.length > limits.max) {
      this.tooLong(pointer, limits.max)
      return ''
    }
    if (text.length < (limits.min ?? 1)) return this.#refuse(pointer, 'too_short')
    if (limits.exact && text !== value) return this.#refuse(pointer, 'malformed')
    if (limits.pattern && !limits.pattern.test(text)) return this.#refuse(pointer, 'malformed')
    this.#texts.push({ pointer, text })
    return text
  }

  /** Like `text`; nothing for a null value. */
  optional(value: string | null, pointer: string, limits: TextLimits): string {
    return value === null || x12Text(value) === '' ? '' : this.text(value, pointer, limits)
  }

  /** A valid calendar day, written as D8. */
  day(value: string, pointer: string): string {
    const instant = new Date(`${value}T00:00:00Z`)
    const real =
      /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
    return real ? value.replaceAll('-', '') : this.#refuse(pointer, 'malformed')
  }

  /** Throws if any value was refused, or if the texts leave no delimiters, or contain one that the partner prescribes. */
  delimiters(prescribed: Delimiters | null = null): Delimiters {
    if (this.#faults.length > 0) throw new X12Refusal(this.#faults)
    if (prescribed !== null) {
      const signs = charactersOf(prescribed)
      const faults = this.#texts.filter(({ text }) => signs.some((sign) => text.includes(sign)))
      if (faults.length === 0) return prescribed
      throw new X12Refusal(faults.map(({ pointer }) => ({ pointer, code: 'delimiter' as const })))
    }
    const free = chooseDelimiters(new Set(this.#texts.flatMap(({ text }) => text.match(/[^A-Z0-9 ]/g) ?? [])))
    if (free) return free
    throw new X12Refusal(
      this.#texts
        .filter(({ text }) => Array.from(text).some((sign) => delimiterSigns.has(sign)))
        .map(({ pointer }) => ({ pointer, code: 'delimiter' as const })),
    )
  }

  #refuse(pointer: string, code: Exclude<FieldFault['code'], 'too_long'>): '' {
    this.fault(pointer, code)
    return ''
  }
}
