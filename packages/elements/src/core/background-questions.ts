import { html, type TemplateResult } from 'lit'
import type { PatientBackground, PutPatientBackground } from '@visitkit/sdk'
import type { backgroundWordsEn } from './background-words.en.ts'
import { backgroundWordsMessages } from './background-words.messages.ts'
import type { Translate } from './localize.ts'
import type { VisitElement } from './visit-element.ts'

export type BackgroundAnswers = Omit<PutPatientBackground, 'toldBy' | 'version'>
type Race = NonNullable<BackgroundAnswers['races']>[number]

const races: readonly Race[] = ['1002-5', '2028-9', '2054-5', '2076-8', '2106-3', 'UNK', 'ASKU']
/** These stand alone: they say why there is no race. */
const noRace: ReadonlySet<Race> = new Set(['UNK', 'ASKU'])
const ethnicities = ['2135-2', '2186-5', 'UNK', 'ASKU'] as const
const birthSexes = ['F', 'M', 'OTH', 'UNK', 'ASKU'] as const
const genderIdentities = [
  '446141000124107',
  '446151000124109',
  '33791000087105',
  'OTH',
  'unknown',
  'asked-declined',
] as const

/** The answers that are kept. */
export const keptAnswers = ({
  races: kept,
  ethnicity,
  birthSex,
  genderIdentity,
}: PatientBackground): BackgroundAnswers => ({
  ...(kept && { races: kept }),
  ...(ethnicity && { ethnicity }),
  ...(birthSex && { birthSex }),
  ...(genderIdentity && { genderIdentity }),
})

/** The answers without those that were cleared. */
export const givenAnswers = (answers: BackgroundAnswers): BackgroundAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))

/** The questions that a patient can answer about themselves, for the patient and for staff who write the answers down. */
export class BackgroundQuestions {
  readonly #host: VisitElement
  readonly #w: Translate<typeof backgroundWordsEn>
  /** What the person changed and has not saved. Undefined clears an answer. */
  #draft: BackgroundAnswers = {}

  constructor(host: VisitElement) {
    this.#host = host
    this.#w = host.language.bundle(backgroundWordsMessages)
  }

  reset(): void {
    this.#draft = {}
  }

  /** What is kept, with what the person changed. */
  after(kept: BackgroundAnswers): BackgroundAnswers {
    return { ...kept, ...this.#draft }
  }

  #set(change: BackgroundAnswers): void {
    this.#draft = { ...this.#draft, ...change }
    this.#host.requestUpdate()
  }

  /** @param hint - Below the question about races. */
  render(shown: BackgroundAnswers, hint: string): TemplateResult {
    const w = this.#w
    return html`${this.#races(shown.races ?? [], hint)}
    ${this.#question('ethnicity', ethnicities, shown.ethnicity, (code) => w(`ethnicity_${code}`))}
    ${this.#question('birthSex', birthSexes, shown.birthSex, (code) => w(`birthSex_${code}`))}
    ${this.#question('genderIdentity', genderIdentities, shown.genderIdentity, (code) => w(`genderIdentity_${code}`))}`
  }

  #races(chosen: readonly Race[], hint: string): TemplateResult {
    const choose = (race: Race, isChosen: boolean): void => {
      const others = chosen.filter(
        (each) => each !== race && noRace.has(each) === noRace.has(race) && !noRace.has(race),
      )
      const all = isChosen ? [...others, race] : others
      this.#set({ races: all.length > 0 ? races.filter((each) => all.includes(each)) : undefined } as BackgroundAnswers)
    }
    return html`<fieldset class="field" aria-describedby="races-hint">
      <legend>${this.#w('races')}</legend>
      <p class="hint" id="races-hint">${hint}</p>
      ${races.map(
        (race) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              name="races"
              value=${race}
              .checked=${chosen.includes(race)}
              @change=${(event: Event) => choose(race, (event.target as HTMLInputElement).checked)}
            />${this.#w(`race_${race}`)}</label
          >`,
      )}
    </fieldset>`
  }

  #question<Code extends string>(
    name: 'ethnicity' | 'birthSex' | 'genderIdentity',
    codes: readonly Code[],
    chosen: string | undefined,
    wordOf: (code: Code) => string,
  ): TemplateResult {
    const choice = (code: Code | undefined, text: string): TemplateResult =>
      html`<label class="choice"
        ><input
          type="radio"
          name=${name}
          value=${code ?? ''}
          .checked=${code === chosen}
          @change=${() => this.#set({ [name]: code } as BackgroundAnswers)}
        />${text}</label
      >`
    return html`<fieldset class="field">
      <legend>${this.#w(name)}</legend>
      ${codes.map((code) => choice(code, wordOf(code)))} ${choice(undefined, this.#w('noAnswer'))}
    </fieldset>`
  }
}
