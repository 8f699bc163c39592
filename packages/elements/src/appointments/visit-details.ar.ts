import type { Translation } from '../core/message-types.ts'
import type { visitDetailsEn } from './visit-details.en.ts'

export const visitDetailsAr: Translation<typeof visitDetailsEn> = {
  video: 'تتم هنا بالفيديو. تحتاج إلى كاميرا وميكروفون.',
  phone: 'عند تسجيل الحضور نطلب منك رقم هاتفك.',
  inState: 'ستكون في {state}.',
  inStateFor: 'المكان لأجل {name}: {state}.',
  elsewhere: 'لولاية أخرى ألغِ هذه الزيارة واحجزها من جديد.',
  atAddress: 'تتم في {address}.',
  map: 'عرض على الخريطة',
  atClinic: 'تتم في العيادة.',
  callForWay: 'لمعرفة الطريق اتصل بالرقم {phone}.',
  alsoWith: 'وأيضًا مع {names}.',
  interpreter: 'المترجم: {names}.',
  room: 'الغرفة: {names}.',
  group: {
    zero: 'زيارة جماعية.',
    one: 'زيارة جماعية لمريض واحد.',
    two: 'زيارة جماعية لمريضين على الأكثر.',
    few: 'زيارة جماعية لما يصل إلى {count} مرضى.',
    many: 'زيارة جماعية لما يصل إلى {count} مريضًا.',
    other: 'زيارة جماعية لما يصل إلى {count} مريض.',
  },
  ofSeries: 'الزيارة {number} من {total} ضمن سلسلة.',
  moreInSeries: {
    zero: 'ضمن سلسلة، ولا زيارات بعد هذه.',
    one: 'ضمن سلسلة، وبعدها زيارة واحدة.',
    two: 'ضمن سلسلة، وبعدها زيارتان.',
    few: 'ضمن سلسلة، وبعدها {count} زيارات.',
    many: 'ضمن سلسلة، وبعدها {count} زيارة.',
    other: 'ضمن سلسلة، وبعدها {count} زيارة.',
  },
  lastInSeries: 'الزيارة الأخيرة من سلسلة.',
  inARow: 'واحدة تلو الأخرى مع {visits}.',
  nameAt: '{name} الساعة {time}',
}
