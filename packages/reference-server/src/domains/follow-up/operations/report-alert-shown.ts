import { operation } from '../../../platform/contracts/operation.ts'
import { alertChanged } from '../events.ts'
import { showAlert } from '../model/alert.ts'
import { presentAlertState } from '../presenters/present-alert.ts'
import type { FollowUpContext } from '../ports.ts'
import { replaceAlert } from '../store/alerts.ts'
import { gatherAlert } from '../workflows/gather-alert.ts'

/** The first screen counts; later ones change nothing. */
export const reportAlertShown = operation<FollowUpContext>()('reportAlertShown', {
  gather: ({ path }, ports, context) => gatherAlert(ports, context, path.alertId),
  decide: (_, { alert, names }, { now }) => {
    const shown = showAlert(alert, now)
    if (shown === null) return { answer: { status: 200, body: presentAlertState(alert, names) } }
    return {
      writes: [replaceAlert(shown, alert)],
      events: [alertChanged(shown)],
      answer: { status: 200, body: presentAlertState(shown, names) },
    }
  },
})
