import type { Translation } from '../core/message-types.ts'
import { roleWordsAr } from '../core/role-words.ar.ts'
import type { spokenRecordEn } from './spoken-record.en.ts'

export const spokenRecordAr: Translation<typeof spokenRecordEn> = {
  saidBy_patient: 'قلت ذلك {how}.',
  saidBy_proxy: 'قال {name} ذلك نيابة عنك {how}.',
  how_phone: 'بالهاتف',
  how_video: 'بالفيديو',
  'how_in-person': 'حضوريًا',
  recorded: 'سُجِّل في العيادة في {when}، والمسجِّل: {role}.',
  recordedOnly: 'سجّل أحد العاملين ما قيل في {when}.',
  wrong: 'أليس هذا ما قيل؟ يمكنك سحبه أو سؤال العيادة عنه.',
  ask: 'من سجّله؟',
  askOf: 'من سجّله؟ {title}',
  ...roleWordsAr,
}
