import type { Translate } from '../../core/localize.ts'
import { panelView, type PanelView } from '../panel-view.ts'
import type { ScheduleView } from '../schedule-view.ts'
import type { supplyEn } from './supply.en.ts'
import { supplyMessages } from './supply.messages.ts'

/** What the panels about closures, other hours and resources are rendered with. */
export interface SupplyView extends PanelView {
  readonly supply: Translate<typeof supplyEn>
}

/** Adds the texts and styles of these panels to the element. */
export const supplyView = (view: ScheduleView): SupplyView => ({
  ...panelView(view),
  supply: view.host.language.bundle(supplyMessages),
})
