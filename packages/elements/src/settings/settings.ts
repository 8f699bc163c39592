import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { openPage, pageList } from '../core/pages.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { ConsentsPart } from './consents-part.ts'
import { PeoplePart } from './people-part.ts'
import { PharmacyPart } from './pharmacy-part.ts'
import { ReachPart } from './reach-part.ts'
import { SessionsPart } from './sessions-part.ts'
import type { SettingsPart } from './settings-part.ts'
import { settingsMessages } from './settings.messages.ts'
import { settingsStyles } from './settings.styles.ts'

const pages = [
  'reach',
  'contact',
  'names',
  'background',
  'needs',
  'people',
  'consents',
  'pharmacy',
  'card',
  'sessions',
] as const
type SettingsPage = (typeof pages)[number]
/** Their code and texts are loaded when they are opened. */
const lazyPages = ['contact', 'names', 'background', 'needs', 'card'] as const
type LazyPage = (typeof lazyPages)[number]
const isLazy = (page: SettingsPage): page is LazyPage => lazyPages.some((lazy) => lazy === page)

/**
 * What a patient decides about themselves: how they are reached and in which language, how they are called and written to, their names, what
 * they say about their race, ethnicity and gender, what they need in a visit, who may act for them, what they agreed to, their pharmacy,
 * their insurance with its card, and where they are signed in. One page each.
 *
 * @fires visit-preferences-saved - {CustomEvent<{ patientId: string, language: string }>} The communication preferences were saved. The
 *   page can follow the language.
 * @csspart heading - The heading.
 */
export class VisitSettings extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, settingsStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    open: {},
    only: {},
    opened: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'open', 'only', 'opened']

  /** The id of the patient. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The page that is open at first: `reach`, `contact`, `names`, `background`, `needs`, `people`, `consents`, `pharmacy`, `card` or `sessions`. Default: the list of pages. */
  declare open: string | undefined
  /** One page without the others, e.g. `names` for the front desk of a clinic. */
  declare only: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: SettingsPage | '' | undefined

  #t = this.language.bundle(settingsMessages)
  #patient = new PatientChoice(this)
  #parts = {
    reach: new ReachPart(this, this.#t),
    people: new PeoplePart(this, this.#t),
    consents: new ConsentsPart(this, this.#t),
    pharmacy: new PharmacyPart(this, this.#t),
    sessions: new SessionsPart(this, this.#t),
  }
  #lazy: Record<LazyPage, LazyPart<SettingsPart<unknown>>> = {
    contact: new LazyPart(this, () =>
      import('./contact-part.ts').then(({ ContactPart: Part }) => new Part(this, this.#t)),
    ),
    names: new LazyPart(this, () => import('./names-part.ts').then(({ NamesPart: Part }) => new Part(this, this.#t))),
    needs: new LazyPart(this, () => import('./needs-part.ts').then(({ NeedsPart: Part }) => new Part(this, this.#t))),
    card: new LazyPart(this, () => import('./card-part.ts').then(({ CardPart: Part }) => new Part(this, this.#t))),
    background: new LazyPart(this, () =>
      import('./background-part.ts').then(({ BackgroundPart: Part }) => new Part(this, this.#t)),
    ),
  }

  get #page(): SettingsPage | undefined {
    return pages.find((page) => page === (this.only ?? this.opened ?? this.open))
  }

  #partOf(page: SettingsPage): SettingsPart<unknown> | undefined {
    return isLazy(page) ? this.#lazy[page].value : this.#parts[page]
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    this.#patient.reset()
    for (const page of pages) this.#partOf(page)?.reset()
    this.opened = undefined
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    const page = this.#page
    if (!patientId || !page) return
    const part = isLazy(page) ? await this.#lazy[page].fetch() : this.#parts[page]
    if (!signal.aborted) part?.follow(client, patientId, signal)
    await part?.load(client, patientId, true)
  }

  #open(page: SettingsPage | ''): void {
    const before = this.#page
    if (before) this.#partOf(before)?.reset()
    this.opened = page
    void moveFocus(this, '#heading')
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const [t, page] = [this.#t, this.#page]
    return page
      ? openPage(
          t,
          this.only === 'names' ? 'namesOnly' : page,
          this.#content(page),
          this.only ? null : () => this.#open(''),
        )
      : pageList(t, pages, (one) => this.#open(one))
  }

  #content(page: SettingsPage): unknown {
    const now = isLazy(page) ? this.#lazy[page].now : null
    if (now?.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    return this.#partOf(page)?.render() ?? html`<p role="status">${this.#t('loading')}</p>`
  }
}
