declare global {
  interface Window {
    /** Violations of the page's policy so far. */
    violations: string[]
  }
}

window.violations = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
  window.violations.push(`${violatedDirective} ${sourceFile}`)
})
