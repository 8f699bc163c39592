import { type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import type { ClinicPart } from '../clinic-settings/clinic-part.ts'
import { moveFocus } from '../core/focus.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { openPage, pageList } from '../core/pages.ts'
import { problemView } from '../core/problem-view.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { complianceDashboardMessages } from './compliance-dashboard.messages.ts'
import { complianceDashboardStyles } from './compliance-dashboard.styles.ts'
import { reportOnlyView } from './report-only-view.ts'

const pages = ['due', 'obligations', 'training', 'access', 'risks', 'incidents'] as const
type Page = (typeof pages)[number]
const permissionOf = {
  due: 'obligation:read',
  obligations: 'obligation:read',
  training: 'obligation:read',
  access: 'obligation:read',
  risks: 'obligation:read',
  incidents: 'incident:report',
} as const satisfies Record<Page, string>

/**
 * The privacy and security program of the clinic: what is due, policies and other recurring tasks, training, who has access, risks, and
 * incidents with their deadlines. One page each, loaded when it is opened. Every member can report an incident.
 *
 * @csspart heading - The heading.
 */
export class VisitComplianceDashboard extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, complianceDashboardStyles]
  static override properties: PropertyDeclarations = { open: {}, opened: { state: true, attribute: false } }
  static override restartOn = ['open', 'opened']

  /** The page that is open at first: `due`, `obligations`, `training`, `access`, `risks` or `incidents`. Default: the list of pages. */
  declare open: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: Page | '' | undefined

  #t = this.language.bundle(complianceDashboardMessages)
  #may = new Loader<readonly Page[]>(this)
  #parts: Record<Page, LazyPart<ClinicPart>> = {
    due: new LazyPart(this, () => import('./due-part.ts').then(({ DuePart: Part }) => new Part(this))),
    obligations: new LazyPart(this, () =>
      import('./obligations-part.ts').then(({ ObligationsPart: Part }) => new Part(this)),
    ),
    training: new LazyPart(this, () => import('./training-part.ts').then(({ TrainingPart: Part }) => new Part(this))),
    access: new LazyPart(this, () => import('./access-part.ts').then(({ AccessPart: Part }) => new Part(this))),
    risks: new LazyPart(this, () => import('./risks-part.ts').then(({ RisksPart: Part }) => new Part(this))),
    incidents: new LazyPart(this, () =>
      import('./incidents-part.ts').then(({ IncidentsPart: Part }) => new Part(this)),
    ),
  }

  get #page(): Page | undefined {
    const asked = this.opened ?? this.open
    // A person who can only report an incident has no list.
    return this.#may.value?.length === 1 ? this.#may.value[0] : this.#may.value?.find((page) => page === asked)
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    await this.#may.run(
      async () => {
        const me = await this.connection?.me()
        return pages.filter((page) => me?.permissions.includes(permissionOf[page]))
      },
      { quietly: true },
    )
    const page = this.#page
    if (!page || signal.aborted) return
    const part = await this.#parts[page].fetch()
    if (!signal.aborted) part?.open(client)
  }

  protected override wipe(): void {
    this.#may.reset()
    for (const part of Object.values(this.#parts)) part.value?.reset()
    this.opened = undefined
  }

  #open(page: Page | ''): void {
    const before = this.#page
    if (before) this.#parts[before].value?.reset()
    this.opened = page
    void moveFocus(this, '#heading')
  }

  #part(page: Page): unknown {
    const { now } = this.#parts[page]
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    return now.state === 'ready' ? now.value.render() : loadingRows(this.#t('loading'), 'stack')
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#may
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    const page = this.#page
    if (page) return openPage(t, page, this.#part(page), now.value.length > 1 ? () => this.#open('') : null)
    if (now.value.length === 0) return reportOnlyView(t)
    return pageList(t, now.value, (opened) => this.#open(opened))
  }
}
