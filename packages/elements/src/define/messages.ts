import { define } from '../core/define.ts'
import { VisitMessages } from '../messages/messages.ts'

define('messages', VisitMessages)

declare global {
  interface HTMLElementTagNameMap {
    'visit-messages': VisitMessages
  }
}
