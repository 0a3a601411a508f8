// Imported first by what runs without a host that knows the add-on's messages: the pages in a browser, and tests.
import { texts } from "../generated/texts.js";
import { useTexts } from "./message.js";

useTexts(texts);
