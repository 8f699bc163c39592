import { define } from '../core/define.ts'
import { VisitInbox } from '../inbox/inbox.ts'

define('inbox', VisitInbox)

declare global {
  interface HTMLElementTagNameMap {
    'visit-inbox': VisitInbox
  }
}
