import { VisitAuditLog } from '../audit-log/audit-log.ts'
import { define } from '../core/define.ts'

define('audit-log', VisitAuditLog)

declare global {
  interface HTMLElementTagNameMap {
    'visit-audit-log': VisitAuditLog
  }
}
