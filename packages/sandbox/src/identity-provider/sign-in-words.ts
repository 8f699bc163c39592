/** The texts of the sign-in page. */
export const signInWordsEn = {
  signIn: 'Sign in',
  goOn: 'to continue to {application}',
  error: 'Error',
  fault: 'The username or the passcode is not right. Check both and try again.',
  username: 'Username',
  passcode: 'Passcode',
  accounts: 'Demonstration accounts',
  fictional: 'Nobody here is a real person. Choose one to sign in without a passcode.',
}

export const signInWords: Readonly<Record<string, typeof signInWordsEn>> = {
  en: signInWordsEn,
  es: {
    signIn: 'Iniciar sesión',
    goOn: 'para continuar en {application}',
    error: 'Error',
    fault: 'El usuario o la clave no son correctos. Revise ambos e inténtelo de nuevo.',
    username: 'Usuario',
    passcode: 'Clave',
    accounts: 'Cuentas de demostración',
    fictional: 'Aquí nadie es una persona real. Elija una cuenta para entrar sin clave.',
  },
  ar: {
    signIn: 'تسجيل الدخول',
    goOn: 'للمتابعة إلى {application}',
    error: 'خطأ',
    fault: 'اسم المستخدم أو رمز المرور غير صحيح. تحقق منهما وحاول من جديد.',
    username: 'اسم المستخدم',
    passcode: 'رمز المرور',
    accounts: 'حسابات للعرض',
    fictional: 'لا أحد هنا شخص حقيقي. اختر حسابًا للدخول بلا رمز مرور.',
  },
}
