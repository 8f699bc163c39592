import type { Translation } from '../core/message-types.ts'
import type { coversEn } from './covers.en.ts'

export const coversAr: Translation<typeof coversEn> = {
  heading: 'التغطية',
  forYou: '{name} يغطي عنك حتى {time}.',
  byYou: 'أنت تغطي عن {name} حتى {time}.',
  forOther: '{colleague} يغطي عن {name} حتى {time}.',
  end: 'إنهاء التغطية',
  endName: 'إنهاء التغطية من {name}',
  endOwn: 'إنهاء التغطية عن {name}',
  ending: 'لحظة من فضلك',
  started: '{name} يغطي عنك الآن.',
  ended: 'انتهت التغطية.',
  problem_cover_ended: ['انتهت هذه التغطية بالفعل', 'لم يتغير شيء.', 'تمت قراءة القائمة من جديد.'],
}
