import { chooseDelimiters, delimiterSigns, type Delimiters } from './delimiters.ts'
import { x12Text } from './x12-text.ts'

/** A field that cannot be said in X12. Holds the place and never the value. */
export interface FieldFault {
  /** JSON pointer into what was to be written. */
  readonly pointer: string
  /** `characters`: letters that X12 has no spelling for. `delimiter`: its signs and those of the other fields leave none to part them by. */
  readonly code: 'missing' | 'too_long' | 'too_short' | 'malformed' | 'characters' | 'delimiter' | 'inconsistent'
}

/** What was to be written cannot be: nothing was. */
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
  /** What the written text has to look like. */
  readonly pattern?: RegExp
  /** A name of ours that answers repeat: refused where it would be written otherwise than it is, for then no answer would be found again. */
  readonly exact?: boolean
}

/**
 * Everything that a person or a table gave goes through here on its way into a segment. It keeps what could not be written and, of what
 * could, which characters occur, so that the delimiters can be chosen around them.
 */
export class FieldWriter {
  readonly #faults: FieldFault[] = []
  readonly #texts: { readonly pointer: string; readonly text: string }[] = []

  get faults(): readonly FieldFault[] {
    return this.#faults
  }

  fault(pointer: string, code: FieldFault['code']): void {
    this.#faults.push({ pointer, code })
  }

  /** The text as written; what was refused is an empty text, and nothing is sent then. */
  text(value: string | null, pointer: string, limits: TextLimits): string {
    const text = x12Text(value ?? '')
    if (text === null) return this.#refuse(pointer, 'characters')
    if (text === '') return this.#refuse(pointer, 'missing')
    if (text.length > limits.max) return this.#refuse(pointer, 'too_long')
    if (text.length < (limits.min ?? 1)) return this.#refuse(pointer, 'too_short')
    if (limits.exact && text !== value) return this.#refuse(pointer, 'malformed')
    if (limits.pattern && !limits.pattern.test(text)) return this.#refuse(pointer, 'malformed')
    this.#texts.push({ pointer, text })
    return text
  }

  /** As `text`; nothing when there is nothing. */
  optional(value: string | null, pointer: string, limits: TextLimits): string {
    return value === null || x12Text(value) === '' ? '' : this.text(value, pointer, limits)
  }

  /** A real day of the calendar, written as D8. */
  day(value: string, pointer: string): string {
    const instant = new Date(`${value}T00:00:00Z`)
    const real =
      /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)
    return real ? value.replaceAll('-', '') : this.#refuse(pointer, 'malformed')
  }

  /** Throws when anything was refused, or when the texts leave no signs to part them by. */
  delimiters(): Delimiters {
    if (this.#faults.length > 0) throw new X12Refusal(this.#faults)
    const free = chooseDelimiters(new Set(this.#texts.flatMap(({ text }) => text.match(/[^A-Z0-9 ]/g) ?? [])))
    if (free) return free
    throw new X12Refusal(
      this.#texts
        .filter(({ text }) => Array.from(text).some((sign) => delimiterSigns.has(sign)))
        .map(({ pointer }) => ({ pointer, code: 'delimiter' as const })),
    )
  }

  #refuse(pointer: string, code: FieldFault['code']): '' {
    this.fault(pointer, code)
    return ''
  }
}
