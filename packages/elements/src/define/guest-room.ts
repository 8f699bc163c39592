import { define } from '../core/define.ts'
import { VisitGuestRoom } from '../guest-room/guest-room.ts'

define('guest-room', VisitGuestRoom)

declare global {
  interface HTMLElementTagNameMap {
    'visit-guest-room': VisitGuestRoom
  }
}
