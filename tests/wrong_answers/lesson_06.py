"""Wrong answers to the exercises of lesson 6."""

WRONG_ANSWERS = {
    "6.1": {
        "the formula as it stands": """def my_sigmoid(z):
    below = 1 + np.exp(-z)
    return 1 / below
""",
        "both forms computed everywhere": """def my_sigmoid(z):
    right = 1 / (1 + np.exp(-z))
    left = np.exp(z) / (np.exp(z) + 1)
    return np.where(z < 0, left, right)
""",
        "warnings switched off": """def my_sigmoid(z):
    with np.errstate(over="ignore", invalid="ignore"):
        right = 1 / (1 + np.exp(-z))
        left = np.exp(z) / (1 + np.exp(z))
    return np.where(z < 0, left, right)
""",
        "a curve that falls": """def my_sigmoid(z):
    small = np.exp(-abs(z))
    return np.where(z >= 0, small / (1 + small), 1 / (1 + small))
""",
        "half of tanh forgotten": """def my_sigmoid(z):
    return np.tanh(z / 2) + 1
""",
        "one form for both sides": """def my_sigmoid(z):
    positive = np.abs(z)
    return 1 / (1 + np.exp(-positive))
""",
        "a range that is too narrow": """def my_sigmoid(z):
    z = np.minimum(np.maximum(z, -5), 5)
    return 1 / (1 + np.exp(-z))
""",
    },
    "6.2": {
        "z in place of the height": """def my_sigmoid_slope(z):
    return (1 - z) * z
""",
        "the height itself": """def my_sigmoid_slope(z):
    slopes = []
    for value in z:
        slopes.append(sigmoid(value))
    return np.array(slopes)
""",
        "the slope of tanh": """def my_sigmoid_slope(z):
    height = sigmoid(z)
    return 1 - height * height
""",
        "no parentheses": """def my_sigmoid_slope(z):
    s = sigmoid(z)
    return s * 1 - s
""",
        "two points far from each other": """def my_sigmoid_slope(z):
    h = 0.1
    left, right = sigmoid(z - h), sigmoid(z + h)
    return (right - left) / (2 * h)
""",
        "one slope for all": """def my_sigmoid_slope(z):
    s = sigmoid(z)
    return (s * (1 - s)).mean()
""",
    },
    "6.3": {
        "backwards": """def my_compose(layers, x):
    for layer in reversed(layers):
        x = layer(x)
    return x
""",
        "return in the loop": """def my_compose(layers, x):
    result = x
    for layer in layers:
        result = layer(result)
        return result
    return result
""",
        "always x": """def my_compose(layers, x):
    result = x
    for layer in layers:
        result = layer(x)
    return result
""",
        "all values": """def my_compose(layers, x):
    values = []
    for layer in layers:
        x = layer(x)
        values.append(x)
    return values
""",
        "the results added": """def my_compose(layers, x):
    total = 0
    for i in range(len(layers)):
        total += layers[i](x)
    return total
""",
        "nothing for an empty list": """def my_compose(layers, x):
    value = layers[0](x)
    for layer in layers[1:]:
        value = layer(value)
    return value
""",
    },
    "6.4": {
        "the distance from 0": """def my_relu(z):
    return np.sqrt(z**2)
""",
        "the slope": """def my_relu(z):
    result = np.zeros(len(z))
    result[z > 0] = 1
    return result
""",
        "the other side": """def my_relu(z):
    return np.where(z > 0, 0, z)
""",
        "one number for all": """def my_relu(z):
    return np.max(z, 0)
""",
        "shorter than z": """def my_relu(z):
    return np.array([value for value in z if value > 0])
""",
        "Python's max": """def my_relu(z):
    return max(0, z)
""",
    },
    "6.5": {
        "a slope of its own": """def my_leaky_relu(z, slope):
    slope = 0.01
    return np.maximum(z, slope * z)
""",
        "no leak": """def my_leaky_relu(z, slope):
    return z * (z > 0)
""",
        "min for max": """def my_leaky_relu(z, slope):
    return np.minimum(z, slope * z)
""",
        "the larger of two": """def my_leaky_relu(z, slope):
    return np.maximum(slope * z, z)
""",
        "the slope for the value": """def my_leaky_relu(z, slope):
    out = z.copy()
    out[out < 0] = slope
    return out
""",
        "the sign turned round": """def my_leaky_relu(z, slope):
    return np.array([v if v > 0 else slope * abs(v) for v in z])
""",
        "the slopes": """def my_leaky_relu(z, slope):
    return [1 if v > 0 else slope for v in z]
""",
    },
    "6.6": {
        "added": """def my_bump(x, left, right, steepness):
    up = sigmoid(steepness * (x - left))
    down = sigmoid(steepness * (x - right))
    return up + down
""",
        "no steepness": """def my_bump(x, left, right, steepness):
    return sigmoid(x - left) - sigmoid(x - right)
""",
        "no parentheses": """def my_bump(x, left, right, steepness):
    first = sigmoid(steepness * x - left)
    second = sigmoid(steepness * x - right)
    return first - second
""",
        "upside down": """def my_bump(x, left, right, steepness):
    return sigmoid(steepness * (left - x)) - sigmoid(steepness * (right - x))
""",
        "multiplied": """def my_bump(x, left, right, steepness):
    up = sigmoid(steepness * (x - left))
    down = sigmoid(steepness * (right - x))
    return up * down
""",
        "a hard box": """def my_bump(x, left, right, steepness):
    return np.where((x > left) & (x < right), 1, 0)
""",
    },
    "6.7": {
        "no 2": """def my_partial_k1(x, y, k1, b1, k2, b2):
    s = sigmoid(k1 * x + b1)
    error = k2 * s + b2 - y
    return np.mean(error * k2 * s * (1 - s) * x)
""",
        "no k2": """def my_partial_k1(x, y, k1, b1, k2, b2):
    total = 0
    for i in range(len(x)):
        s = sigmoid(k1 * x[i] + b1)
        total += 2 * (k2 * s + b2 - y[i]) * s * (1 - s) * x[i]
    return total / len(x)
""",
        "the height for the slope": """def my_partial_k1(x, y, k1, b1, k2, b2):
    height = sigmoid(k1 * x + b1)
    y_hat = k2 * height + b2
    return 2 * ((y_hat - y) * k2 * height * x).mean()
""",
        "no x": """def my_partial_k1(x, y, k1, b1, k2, b2):
    s = sigmoid(k1 * x + b1)
    return 2 * k2 * np.mean((k2 * s + b2 - y) * (s - s**2))
""",
        "price minus prediction": """def my_partial_k1(x, y, k1, b1, k2, b2):
    s = sigmoid(k1 * x + b1)
    error = y - (k2 * s + b2)
    chain = k2 * s * (1 - s) * x
    return 2 * np.mean(error * chain)
""",
        "the slope taken at x": """def my_partial_k1(x, y, k1, b1, k2, b2):
    error = k2 * sigmoid(k1 * x + b1) + b2 - y
    s = sigmoid(x)
    return np.sum(2 * error * k2 * s * (1 - s) * x) / len(y)
""",
    },
}
