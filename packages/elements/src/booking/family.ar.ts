import type { Translation } from '../core/message-types.ts'
import type { familyEn } from './family.en.ts'

export const familyAr: Translation<typeof familyEn> = {
  entry: 'الحجز لأكثر من شخص',
  whoHeading: 'لمن هذه الزيارات؟',
  whoHint: 'تأتي الزيارات واحدة تلو الأخرى مع الطبيب نفسه، بالترتيب الذي تختاره.',
  place: 'الزيارة {number}',
  countWrong: 'اختر من شخصين إلى ستة أشخاص.',
  next: 'متابعة',
  back: 'رجوع',
  confirmHeading: 'راجع ثم احجز',
  reason: 'عمّ تود أن تتحدث بخصوص {name}؟',
  reasonHint: 'يمكنك ترك هذا فارغًا. لن يقرأه سوى فريق الرعاية.',
  book: 'حجز هذه الزيارات',
  booking: 'جارٍ حجز زياراتك',
  request: 'طلب هذه الزيارات',
  requesting: 'جارٍ إرسال طلبك',
  requestHint: 'ترد العيادة على كل طلب. حتى ذلك الحين تُحفظ الأوقات لك، ولا زيارة محجوزة.',
  done: 'تم حجزها: {names}. لم تُحجز الأخرى بعد.',
  otherTime: 'اختيار وقت آخر للآخرين',
  bookedHeading: 'تم حجز زياراتك',
  requestedHeading: 'تم إرسال الطلب: سترد العيادة',
  withName: 'مع {name}',
  change: 'تجدها في {visits}.',
  visitsLink: 'زياراتك',
  another: 'حجز زيارة أخرى',
}
