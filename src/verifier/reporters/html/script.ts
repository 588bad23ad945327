/**
 * The script of the page, which is readable without it. A link to a case unfolds the case, and scrolls to the top of its card if
 * both fit on the screen. A button copies the command.
 */
export const script = `
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  for (let each = target; each !== null; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
  const inside = target.querySelector('details');
  if (target.tagName === 'LI' && inside !== null) inside.open = true;
  target.scrollIntoView();
  const card = target.closest('.card');
  const height = card === null ? 0 : target.getBoundingClientRect().top - card.getBoundingClientRect().top;
  if (card !== null && innerHeight * 2 > height * 3) card.scrollIntoView();
};
addEventListener('hashchange', unfold);
addEventListener('load', unfold);

for (const button of document.querySelectorAll('.curl button')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const command = button.closest('figure').querySelector('pre');
    getSelection().selectAllChildren(command);
    try {
      await navigator.clipboard.writeText(command.textContent);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Selected';
    }
  });
}
`;
