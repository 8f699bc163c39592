import type { Translation } from '../core/message-types.ts'
import type { documentsEn } from './documents.en.ts'

export const documentsAr: Translation<typeof documentsEn> = {
  heading: 'المستندات',
  none: 'لا توجد مستندات بعد. يظهر هنا ملخص كل زيارة وما توافق عليه.',
  summary: 'ملخص زيارتك في {date}',
  summaryFile: 'ملخص-زيارتك',
  estimate: 'تقدير التكلفة في {date}',
  estimateFile: 'تقدير-التكلفة',
  decision_granted: 'وافقت في {date}',
  decision_declined: 'رفضت في {date}',
  save: 'تنزيل',
  saveOf: 'تنزيل: {name}',
  read: 'قراءة',
  close: 'إغلاق',
  preparing: 'جارٍ تحضير المستند',
  saved: 'المستند موجود في التنزيلات.',
  problem_not_published: ['هذا الملخص ليس جاهزًا بعد', 'لم يُفقد شيء.', 'حاول لاحقًا.'],
  problem_not_issued: ['هذا التقدير ليس جاهزًا بعد', 'لم يُفقد شيء.', 'حاول لاحقًا.'],
}
