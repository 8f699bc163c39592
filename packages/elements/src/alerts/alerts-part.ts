import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Alert, AlertState, Me, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { followWatch } from '../core/follow-watch.ts'
import type { ReachTranslate } from '../core/how-to-reach.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { reachMessages } from '../core/reach.messages.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { alertCard, takenAlerts, type AlertCardView, type AlertsTranslate } from './alert-card.ts'
import { alertsMessages } from './alerts.messages.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-open': CustomEvent<{
      what: 'patient' | 'visit' | 'note' | 'result' | 'thread' | 'request' | 'prescription'
      id: string
      patientId: string
      visitId: string | null
    }>
  }
}

type Shown = Awaited<ReturnType<VisitClient['alerts']['list']>>

/** Emergency answers that no one has taken on. Reports to the server when they are on the screen: then the patient reads that they are. */
export class AlertsPart {
  readonly #host: VisitElement
  readonly #t: AlertsTranslate
  readonly #reach: ReachTranslate
  readonly #client: VisitClient
  readonly #me: Pick<Me, 'permissions'>
  readonly #changed: () => void
  readonly #shown: Loader<Shown>
  readonly #acting: Loader<AlertState>
  readonly #reported = new Set<string>()
  readonly #announced = new Set<string>()
  #acknowledging: string | null = null
  #urgent = ''
  #refresh: () => void = () => undefined

  /** @param changed - Called after each change of the list. */
  constructor(
    host: VisitElement,
    client: VisitClient,
    me: Pick<Me, 'permissions'>,
    changed: () => void = () => undefined,
  ) {
    this.#host = host
    this.#t = host.language.bundle(alertsMessages)
    this.#reach = host.language.bundle(reachMessages)
    host.language.refresh()
    this.#client = client
    this.#me = me
    this.#changed = changed
    this.#shown = new Loader(host)
    this.#acting = new Loader(host)
  }

  get open(): readonly Alert[] {
    return this.#shown.value?.items.filter(({ status }) => status !== 'acknowledged') ?? []
  }

  follow(signal: AbortSignal): void {
    const report = (): void => void this.#report()
    // Hidden by its page, or in a tab in the background, the list is on no one's screen.
    const seen = new IntersectionObserver(report)
    seen.observe(this.#host)
    document.addEventListener('visibilitychange', report, { signal })
    signal.addEventListener('abort', () => seen.disconnect())
    const reading = this.#shown.run(async () => {
      const watch = this.#client.watch((reading) => this.#client.alerts.list({}, reading), {
        on: ['alert.changed', 'visit.changed'],
        signal,
      })
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (alerts) => this.#read(alerts))
    })
    void reading.then((alerts) => alerts && this.#read(alerts))
  }

  clear(): void {
    this.#shown.reset()
    this.#acting.reset()
    this.#urgent = ''
  }

  #read(alerts: Shown): void {
    this.#shown.set(alerts)
    const arrived = this.open.filter(({ id, escalatedAt }) => !this.#announced.has(`${id} ${escalatedAt ?? ''}`))
    for (const { id, escalatedAt } of arrived) this.#announced.add(`${id} ${escalatedAt ?? ''}`)
    const t = this.#t
    if (arrived.length > 0)
      this.#urgent = arrived
        .map(({ patient, code }) => t('announce', { name: patient.displayName, alert: t(`alert_${code}`) }))
        .join(' ')
    if (this.open.length === 0) this.#urgent = ''
    this.#changed()
    void this.#report()
  }

  async #report(): Promise<void> {
    await this.#host.updateComplete
    if (document.visibilityState !== 'visible' || this.#host.getClientRects().length === 0) return
    for (const { id, status } of this.open) {
      if (status !== 'raised' || this.#reported.has(id)) continue
      this.#reported.add(id)
      this.#client.alerts.shown(id).catch(() => this.#reported.delete(id))
    }
  }

  async #acknowledge({ id }: Alert): Promise<void> {
    if (this.#acting.busy) return
    this.#acknowledging = id
    const state = await this.#acting.run(() => this.#client.alerts.acknowledge(id))
    this.#refresh()
    if (state) this.#host.announce(this.#t('acknowledged'))
  }

  #openChart({ patientId, visitId }: Alert): void {
    emit(this.#host, 'visit-open', { what: 'patient', id: patientId, patientId, visitId: visitId ?? null })
  }

  /** Nothing while there is no alert. */
  view(): TemplateResult {
    const t = this.#t
    const { open } = this
    const taken = this.#shown.value?.items.filter(({ status }) => status === 'acknowledged') ?? []
    const view: AlertCardView = {
      t,
      reach: this.#reach,
      format: this.#host.format,
      isBusy: this.#acting.busy,
      onAcknowledge: (alert) => void this.#acknowledge(alert),
      onOpen: this.#me.permissions.includes('chart:read') ? (alert) => this.#openChart(alert) : undefined,
    }
    const failed = this.#shown.problem ?? this.#acting.problem
    return html`${this.#urgent === '' ? nothing : html`<div class="visually-hidden" role="alert">${this.#urgent}</div>`}
    ${failed ? problemView(this.#host, failed, { texts: t }) : nothing}
    ${
      open.length === 0
        ? nothing
        : html`<section class="banner bad" part="alerts" aria-labelledby="alerts-heading">
            <div class="stack grow">
              <h3 id="alerts-heading" tabindex="-1">${t('heading')} (${this.#host.format.number(open.length)})</h3>
              <ul class="alerts">
                ${repeat(
                  open,
                  ({ id }) => id,
                  (alert) => alertCard({ ...view, isBusy: view.isBusy && this.#acknowledging === alert.id }, alert),
                )}
              </ul>
              ${this.#shown.value?.more ? html`<p>${t('more')}</p>` : nothing}
            </div>
          </section>`
    }
    ${taken.length === 0 ? nothing : takenAlerts(view, taken)}`
  }
}
