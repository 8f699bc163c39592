import { define } from '../core/define.ts'
import { VisitVideoRoom } from '../video-room/video-room.ts'

define('video-room', VisitVideoRoom)

declare global {
  interface HTMLElementTagNameMap {
    'visit-video-room': VisitVideoRoom
  }
}
