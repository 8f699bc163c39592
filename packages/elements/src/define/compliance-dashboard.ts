import { VisitComplianceDashboard } from '../compliance-dashboard/compliance-dashboard.ts'
import { define } from '../core/define.ts'

define('compliance-dashboard', VisitComplianceDashboard)

declare global {
  interface HTMLElementTagNameMap {
    'visit-compliance-dashboard': VisitComplianceDashboard
  }
}
