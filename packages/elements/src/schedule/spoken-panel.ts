import { html, type TemplateResult } from 'lit'
import { SpokenDecisionPart } from '../spoken-decision/spoken-decision-part.ts'
import { backButton } from './back-button.ts'
import { panelView, type PanelView } from './panel-view.ts'
import type { Panel, PanelTarget, ScheduleView } from './schedule-view.ts'
import { patientOf } from './visit-facts.ts'

/** What a patient says about the consents of a visit. */
export class SpokenPanel implements Panel {
  readonly #view: PanelView
  readonly #part: SpokenDecisionPart

  constructor(view: ScheduleView) {
    this.#view = panelView(view)
    this.#part = new SpokenDecisionPart(view.host, {
      client: view.client,
      recorded: () => undefined,
      closed: view.close,
      isWhole: true,
    })
  }

  open({ appointment }: PanelTarget): void {
    if (appointment) this.#part.open({ appointmentId: appointment.id, name: patientOf(this.#view, appointment) })
  }

  close(): void {
    this.#part.clear()
  }

  render(): TemplateResult {
    return html`<div class="stack">${backButton(this.#view)} ${this.#part.view()}</div>`
  }
}
