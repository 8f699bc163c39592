import type { Translation } from '../core/message-types.ts'
import type { minorAloneEn } from './minor-alone.en.ts'

export const minorAloneAr: Translation<typeof minorAloneEn> = {
  alone: 'المريض يوافق دون والديه',
  aloneHint:
    'ضع العلامة فقط إذا قال المريض ذلك. عندئذ لا يرى الوالدان ولا غيرهما ممن يساعدون المريض هذه الزيارة، إلا إذا سمح لهم المريض برؤية الزيارات الحساسة. ويجب أن يسمح قانون ولاية المريض بذلك.',
  aloneDone: 'ليست للوالدين: المريض يوافق دونهما.',
}
