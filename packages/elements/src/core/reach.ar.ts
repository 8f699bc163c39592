import type { Translation } from './message-types.ts'
import type { reachEn } from './reach.en.ts'

export const reachAr: Translation<typeof reachEn> = {
  call_visit: 'أعطى المريض هذا الرقم للزيارة الجارية الآن.',
  call_only: 'اتصل بهذا الرقم فقط.',
  call_none: 'لا تتصل. المريض لا يريد مكالمات.',
  mayLeave: 'يمكنك ترك رسالة.',
  leaveNone: 'لا تترك أي رسالة.',
  hours: 'اتصل بين {from} و{to} ({zone}).',
  askFor: 'اسأل عن {name}.',
  noNumber: 'لا يوجد رقم هاتف معروف.',
  letter_only: 'اكتب إلى هذا العنوان فقط.',
  letter_none: 'لا ترسل رسائل بالبريد. المريض لا يريدها.',
  writeTo: 'اكتب إلى {name}.',
  noAddress: 'لا يوجد عنوان معروف.',
}
