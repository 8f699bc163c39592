import { css } from 'lit'

export const noteEditorStyles = css`
  .head {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-block-end: 1px solid var(--_line);
    gap: calc(var(--_s) * 2) calc(var(--_s) * 4);
  }
  .head select {
    inline-size: auto;
    max-inline-size: 100%;
  }
  /* As wide as its longest text, so that nothing next to it moves. */
  .status {
    min-block-size: 1.45em;
  }
  .status.bad {
    color: var(--_danger);
    font-weight: 600;
  }
  .notice {
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4) 0;
  }
  .marks {
    gap: 0 calc(var(--_s) * 2);
  }
  .section > .marks > label {
    font-weight: 600;
  }
  .section textarea {
    field-sizing: content;
    min-block-size: calc(var(--_rem) * 4.5);
    max-block-size: 60vb;
  }
  .text {
    white-space: pre-wrap;
    max-inline-size: 75ch;
  }
  .rows > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .rows > * {
    padding-block: calc(var(--_s) * 1.5);
  }
  .line {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 2);
    min-inline-size: 0;
  }
  .line > .grow {
    min-inline-size: 0;
  }
  .place {
    inline-size: 1.2em;
    color: var(--_muted);
  }
  .vitals {
    display: grid;
    gap: calc(var(--_s) * 1.5) calc(var(--_s) * 5);
    align-items: start;
  }
  /* Space for the source of the value is reserved, so that nothing moves when a value is typed. */
  .vital {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7.5em 7em;
    gap: var(--_s) calc(var(--_s) * 2);
    align-items: center;
  }
  .vital > .error {
    grid-column: 1 / -1;
  }
  .measure {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 1.5);
  }
  .measure > input {
    inline-size: 4.2em;
    flex: none;
  }
  .units {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 1.5);
    color: var(--_muted);
  }
  .units > input {
    inline-size: 3.4em;
    color: var(--_ink);
  }
  .pointers {
    gap: calc(var(--_s) * 1.5) calc(var(--_s) * 2);
  }
  .pointers .choice {
    min-block-size: calc(var(--_target) * 0.9);
  }
  .pairs {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(min-content, 1fr);
    gap: var(--_s) calc(var(--_s) * 4);
  }
  .pairs dt {
    color: var(--_muted);
  }
  .aids {
    border-block-end: 1px solid var(--_line);
  }
  .order-set {
    min-inline-size: min(100%, 18em);
  }
  .aids > .row {
    align-items: flex-start;
  }
  .within {
    --visit-padding: 0px;
  }
  .columns + .part {
    border-block-start: 1px solid var(--_line);
  }
  .signature {
    font-weight: 600;
  }
  .addendum {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: calc(var(--_s) * 3);
  }
  /* Clearly separate from the note: its own surface, on the page's background. */
  .psychotherapy {
    margin-block-start: calc(var(--_s) * 4);
    border-style: dashed;
  }
  .bar {
    margin: 0;
    inset-block-end: 0;
    padding: calc(var(--_s) * 3) calc(var(--_s) * 4);
    border-width: 1px 0 0;
    border-radius: 0 0 var(--_radius) var(--_radius);
    z-index: 2;
  }
  .missing-part {
    padding: calc(var(--_s) * 1) 0;
    min-block-size: 24px;
    font: inherit;
    font-weight: 600;
    color: var(--_accent-text);
    background: none;
    border: 0;
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: calc(var(--_s) * 3);
  }
  .version,
  .difference {
    padding: calc(var(--_s) * 3);
    background: var(--_canvas);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.8);
  }
  .version.theirs {
    border-inline-start: 3px solid var(--_accent);
  }
  ins {
    background: var(--_ok-weak);
    color: var(--_ok);
    text-decoration: underline;
  }
  del {
    background: var(--_danger-weak);
    color: var(--_danger);
  }
  .pairs [dir] {
    white-space: nowrap;
  }
  /* One column next to the video; with more room the codes are next to the text. */
  @container (min-width: 720px) {
    /* Beside the field, not beside its label. */
    .aids > .row > .btn {
      margin-block-start: calc(var(--_rem) * 1.45);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(22em, 2fr);
    }
    .columns > .side {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
  @container (max-width: 719px) {
    .columns > .side {
      border-block-start: 1px solid var(--_line);
    }
  }
  @container (max-width: 350px) {
    .aids kbd {
      display: none;
    }
    .vital {
      grid-template-columns: minmax(0, 1fr) 7.8em;
    }
    .vital > select {
      grid-column: 1 / -1;
      justify-self: end;
      inline-size: auto;
      max-inline-size: 100%;
    }
  }
`
