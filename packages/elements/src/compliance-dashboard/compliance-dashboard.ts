import { type CSSResultGroup } from 'lit'
import { ElementOfPages, type Page } from '../core/element-of-pages.ts'
import { complianceDashboardMessages } from './compliance-dashboard.messages.ts'
import { complianceDashboardStyles } from './compliance-dashboard.styles.ts'
import { reportOnlyView } from './report-only-view.ts'

type Name = 'due' | 'obligations' | 'training' | 'access' | 'risks' | 'retention' | 'ledger' | 'incidents'

/**
 * The privacy and security program of the clinic: what is due, policies and other recurring tasks, training, who has access, risks, how
 * long records are kept, whether the access log can be proven unchanged, and incidents with their deadlines. One page each, loaded when it is opened. Every member can report an incident.
 *
 * @attr {string | undefined} open - The page that is open at first: `due`, `obligations`, `training`, `access`, `risks`, `retention`, `ledger` or `incidents`. Default: the list of pages.
 * @csspart heading - The heading.
 */
export class VisitComplianceDashboard extends ElementOfPages<Name> {
  static override styles: CSSResultGroup = [ElementOfPages.styles, complianceDashboardStyles]

  protected override readonly t = this.language.bundle(complianceDashboardMessages)
  protected override readonly pages: Readonly<Record<Name, Page>> = {
    due: {
      permission: 'obligation:read',
      load: () => import('./due-part.ts').then(({ DuePart: Part }) => new Part(this)),
    },
    obligations: {
      permission: 'obligation:read',
      load: () => import('./obligations-part.ts').then(({ ObligationsPart: Part }) => new Part(this)),
    },
    training: {
      permission: 'obligation:read',
      load: () => import('./training-part.ts').then(({ TrainingPart: Part }) => new Part(this)),
    },
    access: {
      permission: 'obligation:read',
      load: () => import('./access-part.ts').then(({ AccessPart: Part }) => new Part(this)),
    },
    risks: {
      permission: 'obligation:read',
      load: () => import('./risks-part.ts').then(({ RisksPart: Part }) => new Part(this)),
    },
    retention: {
      permission: 'retention:read',
      load: () => import('./retention-part.ts').then(({ RetentionPart: Part }) => new Part(this)),
    },
    ledger: {
      permission: 'obligation:read',
      load: () => import('./ledger-part.ts').then(({ LedgerPart: Part }) => new Part(this)),
    },
    incidents: {
      permission: 'incident:report',
      load: () => import('./incidents-part.ts').then(({ IncidentsPart: Part }) => new Part(this)),
    },
  }

  protected override emptyView(): unknown {
    return reportOnlyView(this.t)
  }
}
