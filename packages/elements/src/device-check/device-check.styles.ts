import { css } from 'lit'

export const deviceCheckStyles = css`
  h2 {
    font-size: calc(var(--_rem) * 1.25);
    letter-spacing: normal;
  }
  h3 {
    font-size: var(--_rem);
  }
  .checks {
    display: grid;
    gap: calc(var(--_s) * 5);
    align-items: start;
  }
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 4 / 3;
    max-block-size: 40dvh;
    overflow: hidden;
    padding: calc(var(--_s) * 4);
    color: #e8eef1;
    text-align: center;
    background: #0e171d;
    border: 1px solid transparent;
    border-radius: var(--_radius);
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s) calc(var(--_s) * 3);
  }
  .check > svg {
    color: var(--_muted);
    margin-block-start: calc(var(--_s) * 0.5);
  }
  .check.bad > svg {
    color: var(--_danger);
  }
  .check .more {
    margin-block-start: calc(var(--_s) * 2);
  }
  .numbers {
    display: block;
  }
  .check .field {
    font-size: calc(var(--_rem) * 0.875);
  }
  meter {
    inline-size: 100%;
    block-size: calc(var(--_s) * 2);
    border: 0;
    border-radius: 99px;
    background: var(--_line);
  }
  meter::-webkit-meter-bar {
    block-size: calc(var(--_s) * 2);
    border: 0;
    border-radius: 99px;
    background: var(--_line);
  }
  meter::-webkit-meter-optimum-value {
    border-radius: 99px;
    background: var(--_ok);
  }
  meter::-moz-meter-bar {
    border-radius: 99px;
    background: var(--_ok);
  }
  @media (forced-colors: active) {
    meter {
      border: 1px solid CanvasText;
    }
    meter::-webkit-meter-optimum-value {
      forced-color-adjust: none;
      background: Highlight;
    }
    meter::-moz-meter-bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  @container (min-width: 600px) {
    .checks.pictured {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`
