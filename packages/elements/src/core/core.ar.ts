import type { coreEn } from './core.messages.ts'
import type { coreProblems } from './core.problems.ts'
import type { Translation } from './message-types.ts'

export const coreAr: Translation<typeof coreEn & typeof coreProblems> = {
  tryAgain: 'حاول مرة أخرى',
  newer: 'شيء أحدث من هذه الصفحة',
  whoFor: 'لمن هذا؟',
  patientAge: {
    zero: 'أقل من سنة',
    one: 'سنة واحدة',
    two: 'سنتان',
    few: '{count} سنوات',
    many: '{count} سنة',
    other: '{count} سنة',
  },
  patientLine: '{name}، تاريخ الميلاد {date}',
  clinicPhone: 'هاتف العيادة: {phone}',
  problem_no_patient: ['لم يتم اختيار مريض', 'لم يتغير شيء.', 'اختر مريضًا في الصفحة السابقة ثم عد إلى هنا.'],
  reference: 'الرقم المرجعي للعيادة: {id}',
  problem_unknown: ['حدث خطأ من جانبنا', 'لم يُفقد شيء.', 'انتظر قليلًا ثم حاول مرة أخرى.'],
  problem_connection_failed: ['تعذّر الوصول إلى العيادة', 'لم يُفقد شيء.', 'تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.'],
  problem_unavailable: [
    'نظام العيادة لا يستجيب',
    'لم يُفقد شيء.',
    'انتظر دقيقة ثم حاول مرة أخرى. إذا استمر الأمر فاتصل بالعيادة.',
  ],
  problem_wrong_origin: ['لا يحق لهذه الصفحة استخدام جلستك', 'لم يتغير شيء.', 'افتح صفحة العيادة وسجّل الدخول هناك.'],
  problem_forbidden: ['هذا غير متاح لك', 'لم يتغير شيء.', 'إذا كنت ترى أنه ينبغي أن يكون متاحًا، فاتصل بالعيادة.'],
  problem_not_found: ['لم نعثر على هذا', 'لم يتغير شيء.', 'ربما نُقل. ارجع وافتحه من جديد.'],
  problem_session_ended: ['تم تسجيل خروجك', 'ما حفظته ما زال محفوظًا.', 'سجّل الدخول مرة أخرى للمتابعة.'],
  problem_too_many: ['محاولات كثيرة في وقت واحد', 'لم يُفقد شيء.', 'انتظر دقيقة ثم حاول مرة أخرى.'],
  problem_outside_proxy_scope: [
    'حقك في التصرف نيابة عن هذا الشخص لا يشمل هذا',
    'لم يتغير شيء.',
    'اطلب منه أن يفعل ذلك أو اتصل بالعيادة.',
  ],
  problem_invalid_request: ['شيء مما أُدخل غير صحيح', 'لم يُفقد شيء.', 'راجع ما أدخلته ثم حاول مرة أخرى.'],
  problem_body_too_large: ['هذا أكبر من أن يُرسل دفعة واحدة', 'لم يُفقد شيء.', 'اجعله أقصر أو أصغر ثم حاول مرة أخرى.'],
  problem_step_up_required: ['أكّد أنك أنت', 'لم يتغير شيء.', 'سجّل الدخول مرة أخرى ثم حاول من جديد.'],
}
