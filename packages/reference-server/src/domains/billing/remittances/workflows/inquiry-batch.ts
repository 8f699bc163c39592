import { isDeepStrictEqual } from 'node:util'
import type { KeptAnswer, LoadedInquiry, StatusInquiryFacts } from '../../kernel/model/status-inquiry.ts'

export interface ChangedInquiry {
  readonly before: StatusInquiryFacts
  readonly after: StatusInquiryFacts
  readonly answer?: KeptAnswer
}

/** The questions that mailbox files answer, changed in memory and stored with the claims of the batch. */
export class InquiryBatch {
  readonly #entries: { readonly read: LoadedInquiry; now: LoadedInquiry }[]

  constructor(inquiries: readonly LoadedInquiry[]) {
    this.#entries = inquiries.map((read) => ({ read, now: read }))
  }

  find(named: { readonly trace: string } | { readonly controlNumber: number }): LoadedInquiry | null {
    const entry = this.#entries.findLast(({ now: { facts } }) =>
      'trace' in named ? facts.trace === named.trace : facts.controlNumber === named.controlNumber,
    )
    return entry?.now ?? null
  }

  /** `repeated`: the same answer was received before. `differs`: another one was. */
  answer({ facts: { id } }: LoadedInquiry, answer: KeptAnswer, now: Date): 'kept' | 'repeated' | 'differs' {
    const entry = this.#entries.find((each) => each.now.facts.id === id)
    if (!entry) throw new Error('an inquiry that is not gathered')
    const { facts, answer: before } = entry.now
    if (before !== null) return isDeepStrictEqual(plain(before), plain(answer)) ? 'repeated' : 'differs'
    entry.now = { ...entry.now, facts: { ...facts, state: 'answered', code: null, answeredAt: now }, answer }
    return 'kept'
  }

  reject({ facts: { id } }: LoadedInquiry, code: string): void {
    const entry = this.#entries.find((each) => each.now.facts.id === id)
    if (!entry || entry.now.facts.state === 'answered') return
    entry.now = { ...entry.now, facts: { ...entry.now.facts, state: 'rejected', code } }
  }

  changed(): readonly ChangedInquiry[] {
    return this.#entries.flatMap(({ read, now }) =>
      now === read
        ? []
        : [
            {
              before: read.facts,
              after: { ...now.facts, version: read.facts.version + 1 },
              ...(now.answer !== null && now.answer !== read.answer && { answer: now.answer }),
            },
          ],
    )
  }
}

/** As it is after it was stored. */
const plain = (answer: KeptAnswer): unknown => JSON.parse(JSON.stringify(answer))
