import { html, nothing, type TemplateResult } from 'lit'
import type { PatientBackground, PutPatientBackground, VisitClient } from '@visitkit/sdk'
import { backgroundWordsMessages } from '../core/background-words.messages.ts'
import type { backgroundWordsEn } from '../core/background-words.en.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { backgroundMessages } from './background.messages.ts'
import type { backgroundEn } from './background.en.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

type BackgroundAnswers = Omit<PutPatientBackground, 'version'>
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

/** Null: the person may not read the answers of this patient. */
type Background = PatientBackground | null

/** What patients say about themselves, if they want to. */
export class BackgroundPart extends SettingsPart<Background> {
  readonly #b: Translate<typeof backgroundEn>
  readonly #w: Translate<typeof backgroundWordsEn>
  /** What the person changed and has not saved. Undefined clears an answer. */
  #draft: BackgroundAnswers = {}

  constructor(host: VisitElement, t: SettingsTranslate) {
    super(host, t)
    this.#b = host.language.bundle(backgroundMessages)
    this.#w = host.language.bundle(backgroundWordsMessages)
  }

  override reset(): void {
    super.reset()
    this.#draft = {}
  }

  protected override async read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<Background> {
    const me = await client.me.get({ signal })
    return me.personId === patientId ? client.patients.background(patientId, { signal }) : null
  }

  #set(change: BackgroundAnswers): void {
    this.#draft = { ...this.#draft, ...change }
    this.host.requestUpdate()
  }

  async #save(answers: BackgroundAnswers, version: number, done: string): Promise<void> {
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined))
    const isDone = await this.act(
      (client, patientId, signal) => client.patients.putBackground(patientId, { ...given, version }, { signal }),
      done,
    )
    if (isDone) {
      this.#draft = {}
      this.host.requestUpdate()
      return moveFocus(this.host, '#heading')
    }
    // The next save is based on what is kept now. What was chosen stays.
    if (this.change.problem?.code === 'version_conflict') this.host.startAgain()
  }

  #races(chosen: readonly Race[]): TemplateResult {
    const choose = (race: Race, isChosen: boolean): void => {
      const others = chosen.filter(
        (each) => each !== race && noRace.has(each) === noRace.has(race) && !noRace.has(race),
      )
      const all = isChosen ? [...others, race] : others
      this.#set({ races: all.length > 0 ? races.filter((each) => all.includes(each)) : undefined } as BackgroundAnswers)
    }
    return html`<fieldset class="field" aria-describedby="races-hint">
      <legend>${this.#w('races')}</legend>
      <p class="hint" id="races-hint">${this.#b('racesHint')}</p>
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

  protected override view(kept: Background): TemplateResult {
    const [b, w] = [this.#b, this.#w]
    if (!kept) return html`<p class="muted">${b('onlyOwn')}</p>`
    const { races: keptRaces, ethnicity, birthSex, genderIdentity, version } = kept
    const answers: BackgroundAnswers = {
      ...(keptRaces && { races: keptRaces }),
      ...(ethnicity && { ethnicity }),
      ...(birthSex && { birthSex }),
      ...(genderIdentity && { genderIdentity }),
    }
    const shown = { ...answers, ...this.#draft }
    const busy = this.change.busy ? 'true' : nothing
    return html`<div class="tight">
        <p>${b('why')} ${b('free')}</p>
        <p class="muted">${b('whoSees')} ${b('notSent')}</p>
      </div>
      <form
        class="stack"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#save(shown, version, b('saved'))
        }}
      >
        ${this.#races(shown.races ?? [])}
        ${this.#question('ethnicity', ethnicities, shown.ethnicity, (code) => w(`ethnicity_${code}`))}
        ${this.#question('birthSex', birthSexes, shown.birthSex, (code) => w(`birthSex_${code}`))}
        ${this.#question('genderIdentity', genderIdentities, shown.genderIdentity, (code) => w(`genderIdentity_${code}`))}
        ${this.problem}
        <div class="row wrap">
          <button class="btn primary" type="submit" aria-disabled=${busy}>${b('save')}</button>
          ${
            Object.keys(answers).length > 0
              ? html`<button
                  class="btn quiet"
                  type="button"
                  aria-disabled=${busy}
                  @click=${() => void this.#save({}, version, b('cleared'))}
                >
                  ${b('clear')}
                </button>`
              : nothing
          }
        </div>
      </form>`
  }
}
