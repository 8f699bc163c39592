declare global {
  interface Window {
    /** What the page's policy has refused so far. */
    violations: string[]
  }
}

window.violations = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
  window.violations.push(`${violatedDirective} ${sourceFile}`)
})
