import { define } from '../core/define.ts'
import { VisitWaitingRoom } from '../waiting-room/waiting-room.ts'

define('waiting-room', VisitWaitingRoom)
// Loaded at once without waiting: it is shown when the patient is in the queue, who keeps the position without it too.
import('./device-check.ts').catch(() => undefined)

declare global {
  interface HTMLElementTagNameMap {
    'visit-waiting-room': VisitWaitingRoom
  }
}
