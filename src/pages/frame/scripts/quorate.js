// Every page works without this file; with it, the packages' components become interactive.
/* global localStorage */
import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// Text typed on a live page and not sent stays on the device until the person who typed it signs out.
const drafts = () => Object.keys(localStorage).filter((name) => name.startsWith('quorate draft '));
for (const one of document.querySelectorAll('[data-unsent]')) one.hidden = drafts().length === 0;
document.addEventListener('submit', ({ target }) => {
  if (target.matches('[data-signs-out]')) for (const name of drafts()) localStorage.removeItem(name);
});
