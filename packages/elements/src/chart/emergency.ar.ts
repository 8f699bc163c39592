import type { Translation } from '../core/message-types.ts'
import type { emergencyEn } from './emergency.en.ts'

export const emergencyAr: Translation<typeof emergencyEn> = {
  offer: 'فتح السجل في حالة طارئة',
  heading: 'فتح هذا السجل في حالة طارئة',
  record:
    'يُفتح لك السجل مدة ساعة على الأكثر. يُبلَّغ المريض فورًا، ويقرأ اسمك والسبب الذي تختاره. يقرأ مسؤول الخصوصية ما تكتبه ويراجعه.',
  why: 'السبب',
  choose: 'اختر سببًا',
  chooseFault: 'اختر السبب.',
  'reason_life-at-risk': 'حياة المريض أو صحته في خطر',
  'reason_cannot-answer': 'لا يستطيع المريض الإجابة',
  'reason_nobody-reachable': 'لا يحتمل الأمر الانتظار، ولا يمكن الوصول إلى من يعالجه',
  'reason_danger-to-others': 'شخص آخر في خطر',
  text: 'ماذا حدث',
  textHint: 'للمراجعة. لا يقرؤه المريض.',
  textFault: 'اكتب بكلمات قليلة ماذا حدث.',
  confirm: 'افتح السجل',
  working: 'جارٍ الفتح',
  cancel: 'إلغاء',
  opened: 'السجل مفتوح لك حتى {time}.',
  open: 'مفتوح في حالة طارئة',
  left: {
    zero: 'بقي {count} دقيقة، حتى {time}.',
    one: 'بقيت دقيقة واحدة، حتى {time}.',
    two: 'بقيت دقيقتان، حتى {time}.',
    few: 'بقيت {count} دقائق، حتى {time}.',
    many: 'بقيت {count} دقيقة، حتى {time}.',
    other: 'بقيت {count} دقيقة، حتى {time}.',
  },
  told: 'تم إبلاغ المريض ومسؤول الخصوصية.',
  end: 'إنهاء الآن',
  ending: 'جارٍ الإنهاء',
  ended: 'انتهى الاطلاع الطارئ، وأُغلق السجل.',
  problem_emergency_access_open: ['لقد فتحت هذا السجل بالفعل', 'لم يتغير شيء.', 'حمّل السجل من جديد.'],
  problem_emergency_access_ended: ['انتهى هذا بالفعل', 'لم يتغير شيء.', 'حمّل السجل من جديد.'],
}
