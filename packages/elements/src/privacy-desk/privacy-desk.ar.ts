import type { Translation } from '../core/message-types.ts'
import type { privacyDeskEn } from './privacy-desk.en.ts'

export const privacyDeskAr: Translation<typeof privacyDeskEn> = {
  heading: 'مكتب الخصوصية',
  tabs: 'أقسام مكتب الخصوصية',
  tabQuestions: 'الأسئلة',
  tabCases: 'الحالات',
  tabMonitor: 'المراقب',
  tabDisclosures: 'الإفصاحات',
  tabProceedings: 'إجراءات قانونية',
  tabCorrections: 'التصحيحات',
  tabRetention: 'الاحتفاظ',
  tabReport: 'تقرير الوصول',
  loading: 'جارٍ التحميل',
}
