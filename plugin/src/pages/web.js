// The pages in a browser: the words first, since there is no host to keep them.
import "../words/browser_words.js";
import "./app.js";
