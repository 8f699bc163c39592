/** The portal's own texts in its scripts for patients. */
export const words = {
  en: {
    steps: ['Safety', 'Agree', 'Questions', 'Check in and wait', 'Visit'],
    over: 'Your visit is over',
    overText:
      'What to do next is shown below as soon as your clinician has signed it. You find it later under Record, After your visit.',
    write: 'Write to your care team',
    whoSaw: 'Who saw my record',
    getReady: 'Get ready for your visit',
    confirmTitle: 'Confirm that it is you',
    confirmText: 'Please sign in again to go on. What you wrote on this page stays here.',
    confirm: 'Confirm',
    notNow: 'Not now',
    confirmOpened: 'Sign in in the new window. Then this page goes on by itself.',
  },
  es: {
    steps: ['Seguridad', 'Aceptar', 'Preguntas', 'Registrarse y esperar', 'Consulta'],
    over: 'Su consulta ha terminado',
    overText:
      'Lo que debe hacer ahora aparece abajo en cuanto su profesional lo firme. Después lo encuentra en Expediente, Después de su consulta.',
    write: 'Escribir a su equipo médico',
    whoSaw: 'Quién vio mi expediente',
    getReady: 'Prepararse para su consulta',
    confirmTitle: 'Confirme que es usted',
    confirmText: 'Inicie sesión de nuevo para continuar. Lo que escribió en esta página se queda aquí.',
    confirm: 'Confirmar',
    notNow: 'Ahora no',
    confirmOpened: 'Inicie sesión en la ventana nueva. Después esta página continúa sola.',
  },
  ar: {
    steps: ['السلامة', 'الموافقة', 'الأسئلة', 'تسجيل الوصول والانتظار', 'الزيارة'],
    over: 'انتهت زيارتك',
    overText: 'يظهر أدناه ما عليك فعله بعد أن يوقّعه المختص. تجده لاحقًا في السجل، بعد زيارتك.',
    write: 'اكتب إلى فريق رعايتك',
    whoSaw: 'من اطّلع على سجلي',
    getReady: 'استعد لزيارتك',
    confirmTitle: 'أكّد أنك أنت',
    confirmText: 'سجّل الدخول من جديد للمتابعة. ما كتبته في هذه الصفحة يبقى هنا.',
    confirm: 'تأكيد',
    notNow: 'ليس الآن',
    confirmOpened: 'سجّل الدخول في النافذة الجديدة. بعدها تتابع هذه الصفحة وحدها.',
  },
}
export const t = words[globalThis.document?.documentElement.lang] ?? words.en
