import type { VisitElement } from '../core/visit-element.ts'
import type { DeskPart } from './desk-part.ts'
import type { privacyDeskEn } from './privacy-desk.en.ts'

interface DeskTab {
  readonly name: keyof typeof privacyDeskEn & `tab${string}`
  /** The permission without which the tab is not shown. */
  readonly permission: string
  readonly load: (host: VisitElement) => Promise<DeskPart>
}

/** The tabs of the desk, in their order. To add one, add its name to the texts and one entry here. */
export const deskTabs = {
  questions: {
    name: 'tabQuestions',
    permission: 'access-question:answer',
    load: async (host) => new (await import('./questions-part.ts')).QuestionsPart(host),
  },
  cases: {
    name: 'tabCases',
    permission: 'access-case:handle',
    load: async (host) => new (await import('./cases-part.ts')).CasesPart(host),
  },
  monitor: {
    name: 'tabMonitor',
    permission: 'access-monitor:manage',
    load: async (host) => new (await import('./monitor-part.ts')).MonitorPart(host),
  },
  disclosures: {
    name: 'tabDisclosures',
    permission: 'disclosure:record',
    load: async (host) => new (await import('./disclosures-part.ts')).DisclosuresPart(host),
  },
  proceedings: {
    name: 'tabProceedings',
    permission: 'disclosure:record',
    load: async (host) => new (await import('./proceedings-part.ts')).ProceedingsPart(host),
  },
  corrections: {
    name: 'tabCorrections',
    permission: 'privacy-request:decide',
    load: async (host) => new (await import('./corrections-part.ts')).CorrectionsPart(host),
  },
  retention: {
    name: 'tabRetention',
    permission: 'record-erasure:approve',
    load: async (host) => new (await import('./retention-part.ts')).RetentionPart(host),
  },
  report: {
    name: 'tabReport',
    permission: 'access:review',
    load: async (host) => new (await import('./access-report-part.ts')).AccessReportPart(host),
  },
} as const satisfies Readonly<Record<string, DeskTab>>

export type DeskTabId = keyof typeof deskTabs
