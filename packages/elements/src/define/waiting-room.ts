import { define } from '../core/define.ts'
import { VisitWaitingRoom } from '../waiting-room/waiting-room.ts'
import './device-check.ts'

define('waiting-room', VisitWaitingRoom)

declare global {
  interface HTMLElementTagNameMap {
    'visit-waiting-room': VisitWaitingRoom
  }
}
