import { define } from '../core/define.ts'
import { VisitWaitingRoom } from '../waiting-room/waiting-room.ts'

define('waiting-room', VisitWaitingRoom)
// Asked for at once, but nobody waits for it: it is drawn once the patient is in line, who keeps the place without it too.
import('./device-check.ts').catch(() => undefined)

declare global {
  interface HTMLElementTagNameMap {
    'visit-waiting-room': VisitWaitingRoom
  }
}
