import { define } from '../core/define.ts'
import { VisitQueue } from '../queue/queue.ts'

define('queue', VisitQueue)

declare global {
  interface HTMLElementTagNameMap {
    'visit-queue': VisitQueue
  }
}
