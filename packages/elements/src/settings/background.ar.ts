import type { Translation } from '../core/message-types.ts'
import type { backgroundEn } from './background.en.ts'

export const backgroundAr: Translation<typeof backgroundEn> = {
  why: 'قد تهم هذه المعلومات في رعايتك. وتساعد العيادة أيضًا على معرفة ما إذا كانت تعامل الجميع معاملة حسنة.',
  free: 'يمكنك تخطي أي سؤال، وتغيير أي إجابة أو حذفها متى شئت.',
  whoSees: 'يرى إجاباتك أنت وموظفو الاستقبال والأطباء الذين يعالجونك. ولا يراها من يساعدك.',
  notSent: 'لا نرسلها إلى المختبرات أو الصيدليات أو شركات التأمين.',
  racesHint: 'اختر كل ما ينطبق.',
  save: 'حفظ الإجابات',
  saved: 'تم حفظ إجاباتك.',
  clear: 'حذف كل الإجابات',
  cleared: 'تم حذف كل الإجابات.',
  onlyOwn: 'المريض وحده يمكنه رؤية هذه الأسئلة والإجابة عنها.',
}
