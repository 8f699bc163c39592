import type { Translation } from '../core/message-types.ts'
import type { chartConsentsEn } from './consents.en.ts'

export const chartConsentsAr: Translation<typeof chartConsentsEn> = {
  none: 'لم يتخذ المريض قرارًا بشأن أي نص.',
  decision: '{status} في {date}',
  status_active: 'موافقة',
  status_expired: 'انتهت في يومها الأخير',
  status_declined: 'رفض',
  status_revoked: 'سُحبت',
  status_superseded: 'استُبدلت بنص أو قرار أحدث',
  by_patient: 'من المريض',
  by_proxy: 'من شخص ينوب عن المريض',
  by_member: 'شفهيًا، ويشهد عليها أحد الموظفين',
  loading: 'جارٍ تحميل الموافقات',
  more: 'عرض المزيد من الموافقات',
}
