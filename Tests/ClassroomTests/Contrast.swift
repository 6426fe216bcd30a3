/// What a page is searched for by scripts that run in it.
enum Contrast {
    /// Texts whose colour is too close to what they stand on (WCAG 2.2, 1.4.3).
    static let faintTexts = """
        (() => {
          const channels = (color) => color.match(/[\\d.]+/g).map(Number);
          const light = (color) => {
            const [r, g, b] = channels(color).slice(0, 3).map((value) => value / 255)
              .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const color = getComputedStyle(at).backgroundColor;
              if ((channels(color)[3] ?? 1) === 1) return color;
            }
            return "rgb(255, 255, 255)";
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const faint = [];
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
            const [high, low] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
            const ratio = (high + 0.05) / (low + 0.05);
            if (ratio < 4.5) faint.push(`${texts.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
          }
          return faint;
        })()
        """

    /// Fields and buttons that a screen reader has no name for.
    static let namelessControls = """
        [...document.querySelectorAll("button, input, textarea, summary, a")]
          .filter((control) => !(control.labels?.length || control.innerText?.trim() || control.ariaLabel || !control.checkVisibility()))
          .map((control) => control.outerHTML)
        """
}
